import { type Span } from '../text/span';

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

/** Reads a reference; never throws. The text must have its variables resolved. */
export declare function parseReference(
  text: string,
): { readonly reference: ImageReference } | { readonly fault: ReferenceFault };
