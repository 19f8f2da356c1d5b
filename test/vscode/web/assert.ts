/**
 * What the suite uses of node:assert/strict, for a web worker, which has nothing of Node's. Values are compared by what JSON
 * says of them.
 */
function fail(message: string): never {
  throw new Error(message);
}

const shown = (value: unknown): string => (value === undefined ? 'undefined' : JSON.stringify(value));

function ok(value: unknown, message?: string): asserts value {
  if (!value) fail(message ?? `Expected something, got ${String(value)}.`);
}

export default {
  ok,
  equal(actual: unknown, expected: unknown, message?: string): void {
    if (!Object.is(actual, expected)) fail(message ?? `Expected ${shown(expected)}, got ${shown(actual)}.`);
  },
  deepEqual(actual: unknown, expected: unknown, message?: string): void {
    if (shown(actual) !== shown(expected))
      fail(message ?? `Expected ${shown(expected)}, got ${shown(actual)}.`);
  },
  match(actual: string, pattern: RegExp, message?: string): void {
    if (!pattern.test(actual)) fail(message ?? `${String(pattern)} does not match ${shown(actual)}.`);
  },
  doesNotMatch(actual: string, pattern: RegExp, message?: string): void {
    if (pattern.test(actual)) fail(message ?? `${String(pattern)} matches ${shown(actual)}.`);
  },
};
