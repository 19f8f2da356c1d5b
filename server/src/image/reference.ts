import { hasAnyOf } from '../text/has-any-of';
import { recently } from '../text/recent';
import { span, type Span } from '../text/span';

/**
 * An image reference by the distribution grammar: `[registry[:port]/]path[:tag][@digest]`.
 * Spans count from the first character of `text`.
 * @see https://pkg.go.dev/github.com/distribution/reference
 */
export interface ImageReference {
  /** As written. */
  readonly text: string;
  /** Host with its port, as written; absent where the reference names none (Docker Hub is meant). */
  readonly registry?: string;
  /** The path without registry, tag and digest, as written: `python`, `astral-sh/uv`, `library/python`. */
  readonly path: string;
  /** The part before tag and digest, as written: `ghcr.io/astral-sh/uv`. */
  readonly name: string;
  /** The name with registry and `library/` written out: `docker.io/library/python`. What look-ups use. */
  readonly repository: string;
  readonly tag?: string;
  /** With its algorithm: `sha256:…`. */
  readonly digest?: string;
  readonly nameSpan: Span;
  /** Of the tag without its colon. */
  readonly tagSpan?: Span;
  /** Of the digest without its `@`. */
  readonly digestSpan?: Span;
}

/** What is wrong with a text that is no image reference. */
export type ReferenceFault = 'empty' | 'uppercase' | 'digest' | 'tag' | 'format';

/** A reference, or what is wrong with its text. */
export type ParsedReference = { readonly reference: ImageReference } | { readonly fault: ReferenceFault };

const TAG = /^\w[\w.-]{0,127}$/;
/** Length of the hexadecimal part; no other algorithm is registered: https://github.com/opencontainers/image-spec/blob/main/descriptor.md */
const DIGEST_LENGTHS: ReadonlyMap<string, number> = new Map([
  ['sha256', 64],
  ['sha384', 96],
  ['sha512', 128],
]);
const DOMAIN_LABEL = '(?:[a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9-]*[a-zA-Z0-9])';
const DOMAIN = new RegExp(`^(?:${DOMAIN_LABEL}(?:\\.${DOMAIN_LABEL})*|\\[[0-9a-fA-F:]+\\])(?::[0-9]+)?$`);
const PATH_PART = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*$/;
/** The longest name that registries take: `nameTotalLengthMax` of distribution/reference. */
const MAX_NAME = 255;

/** Reads a reference; never throws. The text must have its variables resolved. */
export const parseReference: (text: string) => ParsedReference = recently(read);

function read(text: string): ParsedReference {
  if (text.trim() === '') return { fault: 'empty' };

  const digestAt = text.indexOf('@');
  const beforeDigest = digestAt < 0 ? text : text.slice(0, digestAt);
  const digest = digestAt < 0 ? undefined : text.slice(digestAt + 1);

  const colon = beforeDigest.indexOf(':', beforeDigest.lastIndexOf('/') + 1);
  const tagAt = colon < 0 ? beforeDigest.length : colon;
  const name = beforeDigest.slice(0, tagAt);
  const tag = colon < 0 ? undefined : beforeDigest.slice(colon + 1);

  // 64 hexadecimal digits alone mean an image's id, which only the local engine knows.
  if (text.length === 64 && /^[0-9a-f]+$/.test(text)) return { fault: 'format' };
  const { registry, path } = splitName(name);
  const fault = nameFault(registry, path);
  if (fault !== undefined) return { fault };
  if (tag !== undefined && !TAG.test(tag)) return { fault: 'tag' };
  if (digest !== undefined && !isDigest(digest)) return { fault: 'digest' };

  return {
    reference: {
      text,
      ...(registry !== undefined && { registry }),
      path,
      name,
      repository: repositoryOf(registry, path),
      ...(tag !== undefined && { tag, tagSpan: span(tagAt + 1, tagAt + 1 + tag.length) }),
      ...(digest !== undefined && { digest, digestSpan: span(digestAt + 1, text.length) }),
      nameSpan: span(0, name.length),
    },
  };
}

/**
 * The first part is a registry where it looks like a host: it has a dot, a colon or an upper-case letter, or is
 * `localhost`.
 */
function splitName(name: string): { readonly registry?: string; readonly path: string } {
  const slash = name.indexOf('/');
  if (slash < 0) return { path: name };
  const first = name.slice(0, slash);
  const isHost = hasAnyOf(first, '.:') || first === 'localhost' || first !== first.toLowerCase();
  return isHost ? { registry: first, path: name.slice(slash + 1) } : { path: name };
}

function nameFault(registry: string | undefined, path: string): ReferenceFault | undefined {
  if (registry !== undefined && !DOMAIN.test(registry)) return 'format';
  if (path.length > MAX_NAME) return 'format';
  const isValid = (text: string): boolean => text.split('/').every((part) => PATH_PART.test(part));
  if (isValid(path)) return undefined;
  return isValid(path.toLowerCase()) ? 'uppercase' : 'format';
}

function isDigest(digest: string): boolean {
  const match = /^([a-z0-9]+):([0-9a-f]+)$/.exec(digest);
  return match !== null && DIGEST_LENGTHS.get(match[1] ?? '') === match[2]?.length;
}

/** Docker Hub's hosts are one, and its official images live under `library/`. */
function repositoryOf(registry: string | undefined, path: string): string {
  if (registry !== undefined && registry !== 'docker.io' && registry !== 'index.docker.io')
    return `${registry.toLowerCase()}/${path}`;
  return `docker.io/${path.includes('/') ? path : `library/${path}`}`;
}
