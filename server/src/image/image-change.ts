import { type Libc } from './facts';

/**
 * What differs when one image takes the place of another: a hardened one of its original, or a build variant of the
 * runtime one. Words for people are in counterpart/describe.ts.
 */
export type ImageChange =
  /** The tag names another version of the same release line: `3.12.7` > `3.12`, `3` > `3.24`. */
  | { readonly kind: 'version'; readonly from: string; readonly to: string }
  | { readonly kind: 'libc'; readonly from: Libc; readonly to: Libc }
  /** Another release of the distribution: `bookworm` > `debian13`. */
  | { readonly kind: 'system'; readonly from: string; readonly to: string }
  /** Another distribution: packages have other names, and another tool installs them. */
  | { readonly kind: 'distribution'; readonly from: 'ubuntu' | 'rpm' }
  /** The runtime image has a JRE where the other has a JDK; and back. */
  | { readonly kind: 'jdk-to-jre' }
  | { readonly kind: 'jre-to-jdk' }
  /** The runtime image of .NET where the other holds the SDK; and back. */
  | { readonly kind: 'sdk-to-runtime' }
  | { readonly kind: 'runtime-to-sdk' }
  /** Chosen because the tag does not say it: `jdk21`, `php8.4`. */
  | { readonly kind: 'assumed'; readonly what: string }
  /** A word of the tag that the other has nothing for: `management`, `fpm`. */
  | { readonly kind: 'dropped'; readonly word: string }
  /** The original counts its tags in another way, so the version is the newest. */
  | { readonly kind: 'tag-scheme' }
  | { readonly kind: 'note'; readonly note: ChangeNote };

export type ChangeNote =
  /** The original is no longer maintained. */
  | 'deprecated-upstream'
  /** The original has OpenSSL's libraries. */
  | 'no-libssl'
  /** The original's tag brings a shell for debugging. */
  | 'no-debug-variant';
