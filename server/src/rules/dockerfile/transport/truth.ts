/** Whether a value of a setting means no. */
export function isFalse(value: string): boolean {
  return /^(?:0|false|no|off)$/i.test(value.trim());
}
