/**
 * A fact in three values. `known` holds it; `unknown` means that it exists but cannot be told from the files
 * (a variable without a value, an image nobody described); `absent` means that it is known not to be there.
 * Rules that need a fact stay silent on `unknown`.
 */
export type Known<T> = KnownValue<T> | Unknown | Absent;

export interface KnownValue<T> {
  readonly state: 'known';
  readonly value: T;
}

export interface Unknown {
  readonly state: 'unknown';
}

export interface Absent {
  readonly state: 'absent';
}

export const UNKNOWN: Unknown = { state: 'unknown' };
export const ABSENT: Absent = { state: 'absent' };

export function known<T>(value: T): KnownValue<T> {
  return { state: 'known', value };
}

/** The value where it is known, else `undefined`. */
export function valueOf<T>(fact: Known<T>): T | undefined {
  return fact.state === 'known' ? fact.value : undefined;
}
