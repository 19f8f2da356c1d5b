import { rootBase } from '../../../dockerfile/artefacts/root-image';
import { chainOf } from '../../../dockerfile/chain';
import { type Base, type Dockerfile, type Stage } from '../../../dockerfile/model';
import { packageCommandsOf } from '../../../dockerfile/package-commands';
import { instructionsOf } from '../../../dockerfile/walk';
import { catalogImage } from '../../../image/catalog/catalog';
import { compareVersions } from '../../../image/catalog/version-order';
import { type Libc } from '../../../image/facts';
import { type Fix } from '../../rule';
import { retag } from '../hardened/twin-tag';

const systemManagers = new Set(['apt', 'aptitude', 'apk', 'dnf', 'yum', 'microdnf', 'zypper']);

/**
 * Offers to build on the same image with the other C library; absent where the stage installs packages, whose names would
 * differ, and where other stages stand on it.
 */
export function otherBuilder(dockerfile: Dockerfile, stage: Stage, libc: Libc): Fix | undefined {
  const chain = chainOf(stage);
  const installs = chain.some((each) =>
    instructionsOf(each, 'RUN').some((run) =>
      packageCommandsOf(run).some(({ manager }) => systemManagers.has(manager.name)),
    ),
  );
  const root = chain.at(-1) ?? stage;
  const isShared = dockerfile.stages.some((each) => each !== root && each.base.stage === root);
  if (installs || isShared || dockerfile.ships(root)) return undefined;
  const base = rootBase(stage);
  const tag = base.facts.hardened === undefined ? officialTag(base, libc) : hardenedTag(base, libc);
  const edits = retag(dockerfile, base, tag);
  return edits && { title: `Build on "${tag ?? ''}", which has ${libc}`, edits };
}

/** `1-alpine` for `1-trixie` and back: https://hub.docker.com/_/rust, https://hub.docker.com/_/golang */
function officialTag({ image }: Base, libc: Libc): string | undefined {
  if (!/^docker\.io\/library\/(?:rust|golang)$/.test(image?.repository ?? '')) return undefined;
  const [, version, system = ''] =
    /^(\d[\d.]*)(-(?:slim|(?:slim-)?(?:bullseye|bookworm|trixie)|alpine[\d.]*))?$/.exec(image?.tag ?? '') ??
    [];
  if (version === undefined || system.startsWith('-alpine') === (libc === 'musl')) return undefined;
  return libc === 'musl' ? `${version}-alpine` : libc === 'glibc' ? version : undefined;
}

/** The same version and variant on the newest release of the other distribution, where the catalogue has it. */
function hardenedTag({ facts, image }: Base, libc: Libc): string | undefined {
  const own = facts.hardened?.listed;
  if (own === undefined || image === undefined) return undefined;
  const others = [...(catalogImage(facts.hardened?.repository ?? '')?.tags.values() ?? [])].filter(
    (each) =>
      each.version === own.version &&
      each.tail === own.tail &&
      each.facts.libc === libc &&
      each.suffix === `-${each.system}`,
  );
  return others.map(({ tag }) => tag).sort((a, b) => compareVersions(b, a))[0];
}
