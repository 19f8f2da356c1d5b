import { type FileOnDisk, type ReportContext, type Reporter } from './report';

/** Lines around a change. */
const around = 3;

/** Repairs as a unified diff, which `git apply` and `patch -p1` take. */
export function diffReporter({ output }: ReportContext): Reporter {
  return {
    file({ path, onDisk = { path, mark: '' }, original, source }) {
      if (original !== undefined) output.write(diffOnDisk(onDisk, original.text, source.text));
    },
    end: () => undefined,
  };
}

/** The same as `unifiedDiff` for texts that were read without their byte order mark. */
export function diffOnDisk({ path, mark }: FileOnDisk, before: string, after: string): string {
  return unifiedDiff(path, `${mark}${before}`, `${mark}${after}`);
}

/** `''` where the texts are the same. Line ends belong to their lines. */
export function unifiedDiff(path: string, before: string, after: string): string {
  const [a, b] = [linesOf(before), linesOf(after)];
  const steps = stepsOf(a, b);
  const changed = steps.flatMap((step, at) => (step.sign === ' ' ? [] : [at]));
  if (changed.length === 0) return '';
  const hunks: [start: number, end: number][] = [];
  for (const at of changed) {
    const last = hunks.at(-1);
    if (last !== undefined && at - around <= last[1]) last[1] = at + around + 1;
    else hunks.push([Math.max(0, at - around), at + around + 1]);
  }
  const texts = hunks.map(([start, end]) => hunkOf(steps, start, end));
  return `--- ${nameOf(`a/${path}`)}\n+++ ${nameOf(`b/${path}`)}\n${texts.join('')}`;
}

/**
 * As git and GNU patch read it back: what could end the line or the name, and with it put in changes of another file, is escaped.
 * @see https://git-scm.com/docs/git-diff#generate_patch_text_with_p
 */
function nameOf(path: string): string {
  const quoted = path.replace(/["\\]/g, '\\$&').replace(/\p{Cc}/gu, octal);
  if (quoted !== path) return `"${quoted}"`;
  // A tab tells where a name with a blank ends.
  return path.includes(' ') ? `${path}\t` : path;
}

/** Each byte of the character in UTF-8. */
function octal(character: string): string {
  return [...new TextEncoder().encode(character)]
    .map((byte) => `\\${byte.toString(8).padStart(3, '0')}`)
    .join('');
}

interface Step {
  readonly sign: ' ' | '-' | '+';
  readonly line: string;
}

function linesOf(text: string): readonly string[] {
  return text === '' ? [] : text.split(/(?<=\n)/);
}

function hunkOf(steps: readonly Step[], start: number, end: number): string {
  const own = steps.slice(start, end);
  const count = (of: readonly Step[], sign: '-' | '+'): number =>
    of.filter((step) => step.sign === ' ' || step.sign === sign).length;
  const place = (sign: '-' | '+'): string => {
    const [before, length] = [count(steps.slice(0, start), sign), count(own, sign)];
    return `${sign}${length === 0 ? before : before + 1},${length}`;
  };
  const lines = own.map(({ sign, line }) =>
    line.endsWith('\n') ? `${sign}${line}` : `${sign}${line}\n\\ No newline at end of file\n`,
  );
  return `@@ ${place('-')} ${place('+')} @@\n${lines.join('')}`;
}

/** What leads from the one to the other, by their longest common subsequence between what both begin and end with. */
function stepsOf(a: readonly string[], b: readonly string[]): readonly Step[] {
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < Math.min(a.length, b.length) - head && a[a.length - 1 - tail] === b[b.length - 1 - tail])
    tail++;
  const same = (line: string): Step => ({ sign: ' ', line });
  return [
    ...a.slice(0, head).map(same),
    ...middleSteps(a.slice(head, a.length - tail), b.slice(head, b.length - tail)),
    ...a.slice(a.length - tail).map(same),
  ];
}

/** Above this many pairs of lines the whole middle is shown as replaced. */
const mostPairs = 4_000_000;

function middleSteps(a: readonly string[], b: readonly string[]): readonly Step[] {
  const removed = (line: string): Step => ({ sign: '-', line });
  const added = (line: string): Step => ({ sign: '+', line });
  if (a.length * b.length > mostPairs) return [...a.map(removed), ...b.map(added)];
  const width = b.length + 1;
  const common = new Uint32Array((a.length + 1) * width);
  const at = (row: number, column: number): number => common[row * width + column] ?? 0;
  for (let row = a.length - 1; row >= 0; row--)
    for (let column = b.length - 1; column >= 0; column--)
      common[row * width + column] =
        a[row] === b[column]
          ? at(row + 1, column + 1) + 1
          : Math.max(at(row + 1, column), at(row, column + 1));
  const steps: Step[] = [];
  let [row, column] = [0, 0];
  while (row < a.length || column < b.length) {
    const [left, right] = [a[row], b[column]];
    if (left !== undefined && left === right) {
      steps.push({ sign: ' ', line: left });
      row++;
      column++;
    } else if (left !== undefined && (right === undefined || at(row + 1, column) >= at(row, column + 1))) {
      steps.push(removed(left));
      row++;
    } else if (right !== undefined) {
      steps.push(added(right));
      column++;
    }
  }
  return steps;
}
