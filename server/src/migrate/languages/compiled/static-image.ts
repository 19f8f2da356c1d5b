import { type Linking } from '../../../dockerfile/artefacts/artefact';
import { catalogImage } from '../../../image/catalog/catalog';
import { compareVersions } from '../../../image/catalog/version-order';
import { type HardenedBase } from '../../hardened-base';

/** The newest `static` image that has what a program linked so needs: no C library, glibc, or musl. */
export function staticImage(linking: Linking): HardenedBase | undefined {
  const libc = linking === 'static' ? 'none' : linking;
  const family = linking === 'musl' ? 'alpine' : 'debian';
  const [newest] = [...(catalogImage('static')?.tags.values() ?? [])]
    .filter(
      ({ facts, system, suffix }) =>
        facts.libc === libc && system.startsWith(family) && suffix === `-${system}`,
    )
    .sort((a, b) => compareVersions(b.system, a.system) || compareVersions(b.version, a.version));
  return (
    newest && {
      repository: 'static',
      tag: newest.tag,
      reference: `dhi.io/static:${newest.tag}`,
      listed: newest,
      changes: [],
    }
  );
}
