import { type ChangeNote, type ImageChange } from '../image-change';
import { type NoCounterpart, type NoCounterpartReason } from './model';

/** What differs, as a sentence for a message or a hover. */
export function describeChange(change: ImageChange): string {
  switch (change.kind) {
    case 'version':
      return change.from.startsWith(`${change.to}.`)
        ? `The tag follows the release line ${change.to}; ${change.from} alone is not listed.`
        : `The tag is ${change.to}, the newest release of ${change.from}.`;
    case 'libc':
      return `The C library changes from ${change.from} to ${change.to}: build again what was compiled for the other one.`;
    case 'system':
      return `The distribution changes from ${change.from} to ${change.to}, so packages have other versions.`;
    case 'distribution':
      return `The system is no longer ${distributionOf(change.from)}, so packages may have other names.`;
    case 'jdk-to-jre':
      return 'It holds a JRE and no JDK: compile in a build stage.';
    case 'jre-to-jdk':
      return 'It holds a JDK where the other tag is a JRE.';
    case 'sdk-to-runtime':
      return 'It holds the .NET runtime and no SDK: build in a stage on the SDK.';
    case 'runtime-to-sdk':
      return 'It holds the .NET SDK where the other tag is the runtime.';
    case 'assumed':
      return `${change.what} is assumed, as the tag does not say.`;
    case 'dropped':
      return `Nothing in the hardened tag stands for "${change.word}".`;
    case 'tag-scheme':
      return 'The tags of the original count something else, so this is the newest version.';
    case 'note':
      return NOTES[change.note];
  }
}

/** The same in a few words, for the title of a quick fix. */
export function nameChange(change: ImageChange): string {
  switch (change.kind) {
    case 'version':
    case 'libc':
    case 'system':
      return `${change.to} instead of ${change.from}`;
    case 'distribution':
      return `no longer ${distributionOf(change.from)}`;
    case 'jdk-to-jre':
      return 'JRE instead of JDK';
    case 'jre-to-jdk':
      return 'JDK instead of JRE';
    case 'sdk-to-runtime':
      return 'runtime instead of SDK';
    case 'runtime-to-sdk':
      return 'SDK instead of runtime';
    case 'assumed':
      return `${change.what} assumed`;
    case 'dropped':
      return `without ${change.word}`;
    case 'tag-scheme':
      return 'newest version';
    case 'note':
      return NOTE_NAMES[change.note];
  }
}

/** Behind the title of a quick fix: ` (JRE instead of JDK, musl instead of glibc)`; nothing where nothing changes. */
export function changesInTitle(changes: readonly ImageChange[]): string {
  return changes.length === 0 ? '' : ` (${changes.map(nameChange).join(', ')})`;
}

const NOTES: Readonly<Record<ChangeNote, string>> = {
  'deprecated-upstream': 'The original is deprecated; this image is its successor.',
  'no-libssl': 'It has glibc, but not the OpenSSL libraries of the original.',
  'no-debug-variant': 'It has no variant with a shell for debugging.',
};

const NOTE_NAMES: Readonly<Record<ChangeNote, string>> = {
  'deprecated-upstream': 'successor of the original',
  'no-libssl': 'without OpenSSL',
  'no-debug-variant': 'without a debug shell',
};

function distributionOf(from: 'ubuntu' | 'rpm'): string {
  return from === 'ubuntu' ? 'Ubuntu' : 'one of RPM packages';
}

/** Why there is no counterpart, as sentences for a message or a hover. */
export function describeReason({ reason, nearest, finalInstead }: NoCounterpart): string {
  const near =
    nearest === undefined ? '' : ` dhi.io/${nearest} comes nearest, with more to change than the name.`;
  const final =
    reason === 'build-only' && finalInstead.length > 0
      ? ` What ships usually stands on ${finalInstead.map((name) => `dhi.io/${name}`).join(' or ')}.`
      : '';
  return sentenceOf(reason) + near + final;
}

function sentenceOf(reason: NoCounterpartReason): string {
  switch (reason) {
    case 'no-counterpart':
      return 'No hardened image does what this one does.';
    case 'version-not-in-catalogue':
      return 'The catalogue of hardened images lists no tag of this release line.';
    case 'build-only':
      return 'The hardened image has build variants only.';
    case 'no-build-variant':
      return 'The hardened image has no build variant.';
    case 'no-such-variant':
      return 'The hardened image has no variant of this kind.';
    case 'other-jdk':
      return 'The hardened image does not come with this JDK.';
    case 'holds-python-too':
      return 'The hardened uv has no Python inside: stand on dhi.io/python, and copy uv from dhi.io/uv.';
    case 'windows':
      return 'There are no hardened images for Windows.';
    case 'unknown-tag':
      return 'What this tag stands for is not known.';
    default: {
      const [, what = '', kind = ''] = /^no-(.*)-(variant|edition)$/.exec(reason) ?? [];
      return kind === ''
        ? `What "${reason.replace('unknown-word:', '')}" stands for in this tag is not known.`
        : `The hardened image has no ${what} ${kind}.`;
    }
  }
}
