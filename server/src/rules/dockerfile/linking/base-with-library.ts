import { type Base, type Dockerfile } from '../../../dockerfile/model';
import { catalogImage } from '../../../image/catalog/catalog';
import { compareVersions } from '../../../image/catalog/version-order';
import { replace } from '../../../text/edit';
import { type Fix } from '../../rule';
import { retag } from '../hardened/twin-tag';

type Library = 'glibc' | 'musl';

/** Offers to put the base of a stage that has no C library on one of the same kind that has. */
export function baseWithLibrary(dockerfile: Dockerfile, base: Base, library: Library): Fix | undefined {
  const { image, facts, text, span } = base;
  if (base.isScratch) {
    const reference = newestStatic(library);
    return reference === undefined
      ? undefined
      : { title: `Start from ${reference}, which has ${library}`, edits: [replace(span, reference)] };
  }
  if (facts.hardened?.repository === 'static') {
    const tag = staticTag(image?.tag, library);
    const edits = retag(dockerfile, base, tag);
    return edits && { title: `Change to "${tag ?? ''}", which has ${library}`, edits };
  }
  // https://github.com/GoogleContainerTools/distroless/blob/main/cc/README.md
  const distroless = /^gcr\.io\/distroless\/static(?=-debian\d+|[:@]|$)/;
  if (library !== 'glibc' || !distroless.test(text) || image?.digest !== undefined) return undefined;
  const reference = text.replace(distroless, 'gcr.io/distroless/cc');
  return {
    title: `Change to ${reference}, which has glibc`,
    edits: [replace(span, reference)],
    confirm: 'What was linked with a newer glibc does not start there: build on the same release of Debian.',
  };
}

/** `20250419-glibc-debian13` for `20250419-debian13`; absent where no such tag is listed. */
function staticTag(tag: string | undefined, library: Library): string | undefined {
  const [, date, system = ''] = /^(\d+)(-[a-z\d.]+)?$/.exec(tag ?? '') ?? [];
  if (date === undefined) return undefined;
  const wanted = `${date}-${library}${system}`;
  if (catalogImage('static')?.tags.get(wanted)?.facts.libc === library) return wanted;
  return newestStatic(library)?.split(':')[1];
}

/** The newest tag of the hardened static image with this C library, written out with its distribution. */
export function newestStatic(library: Library | 'none'): string | undefined {
  const system = library === 'musl' ? 'alpine' : 'debian';
  const tags = [...(catalogImage('static')?.tags.values() ?? [])].filter(
    (each) =>
      each.facts.libc === library && each.system.startsWith(system) && each.suffix === `-${each.system}`,
  );
  const [newest] = tags.sort(
    (a, b) => compareVersions(b.system, a.system) || compareVersions(b.version, a.version),
  );
  return newest && `dhi.io/static:${newest.tag}`;
}
