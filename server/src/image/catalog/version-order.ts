const collator = new Intl.Collator('en', { numeric: true });

/** Orders versions and names of distributions, the older first: `3.9` < `3.12`, `debian12` < `debian13`. */
export function compareVersions(one: string, other: string): number {
  return collator.compare(one, other);
}
