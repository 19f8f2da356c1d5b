import { type ImageFacts } from '../../image/facts';
import { type Known } from '../../text/known';

/** Short words for what is known about an image: in hovers, hints and tables. Absent where a fact is not known. */

export function userWords({ user, uid, isRoot }: ImageFacts): string | undefined {
  if (user.state !== 'known') return isRoot.state === 'known' && !isRoot.value ? 'not root' : undefined;
  const number = uid.state === 'known' ? String(uid.value) : user.value === 'root' ? '0' : undefined;
  return number === undefined || number === user.value ? user.value : `${user.value} ${number}`;
}

export function shellWords({ shell }: ImageFacts): string | undefined {
  return words(shell, 'no shell', (path) => path);
}

export function packageManagerWords({ packageManager }: ImageFacts): string | undefined {
  return words(packageManager, 'none', (name) => (name === 'none' ? 'none' : name));
}

export function libcWords({ libc }: ImageFacts): string | undefined {
  return words(libc, 'no libc', (name) => (name === 'none' ? 'no libc' : name));
}

/** `debian13` as people write it: `Debian 13`. */
export function systemWords({ system }: ImageFacts): string | undefined {
  return words(system, 'none', (name) => {
    const match = /^([a-z]+)([\d.]*)$/.exec(name);
    const [, family = name, release = ''] = match ?? [];
    return `${family.charAt(0).toUpperCase()}${family.slice(1)} ${release}`.trim();
  });
}

export function variantWords({ hardened }: ImageFacts): string | undefined {
  if (hardened?.variant.state !== 'known') return undefined;
  return `${hardened.variant.value}${hardened.inferred ? ' (inferred)' : ''}`;
}

function words<T>(fact: Known<T>, absent: string, say: (value: T) => string): string | undefined {
  if (fact.state === 'unknown') return undefined;
  return fact.state === 'absent' ? absent : say(fact.value);
}
