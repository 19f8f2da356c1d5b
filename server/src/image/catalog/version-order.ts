/**
 * Orders versions and names of distributions, the older first: `3.9` < `3.12`, `debian12` < `debian13`. Runs of digits
 * count as numbers, all else by its characters. (`Intl.Collator` does the same, but takes 10 ms to be made: a tenth of a
 * short run of the command line.)
 */
export function compareVersions(one: string, other: string): number {
  let [at, otherAt] = [0, 0];
  while (at < one.length && otherAt < other.length) {
    const end = numberEnd(one, at);
    const otherEnd = numberEnd(other, otherAt);
    if (end > at && otherEnd > otherAt) {
      const difference = Number(one.slice(at, end)) - Number(other.slice(otherAt, otherEnd));
      if (difference !== 0) return difference;
      [at, otherAt] = [end, otherEnd];
    } else {
      const difference = one.charCodeAt(at++) - other.charCodeAt(otherAt++);
      if (difference !== 0) return difference;
    }
  }
  return one.length - at - (other.length - otherAt);
}

/** Where the digits end that begin here: here itself, where there are none. */
function numberEnd(text: string, start: number): number {
  let end = start;
  while (isDigit(text.charCodeAt(end))) end++;
  return end;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}
