import { ABSENT, known, UNKNOWN, valueOf, type Known } from '../text/known';
import { type MappedText } from '../text/mapped';
import { type Stretch } from './words';
import { expand } from './expand';
import { type MappedFlag } from './flags';
import { type InstructionLine } from './instruction-line';
import { lazy } from './lazy';
import { type Mount, type MountOption, type RunInstruction } from './model';
import { factOf } from './model-map';
import { resolvePath } from './paths';
import { type InstructionFile } from './place';

const TARGETS = ['target', 'dst', 'destination'];

/** @see https://docs.docker.com/reference/dockerfile/#run---mount */
export class MountNode implements Mount {
  readonly flag: MappedFlag;
  readonly type: string;
  readonly options: readonly MappedOption[];
  readonly #target = lazy(() => this.#readTarget());

  constructor(
    { flag, options }: WrittenMount,
    private readonly run: RunInstruction,
    private readonly file: InstructionFile,
  ) {
    this.flag = flag;
    this.options = options;
    this.type = (this.option('type')?.value ?? 'bind').toLowerCase();
  }

  get target(): Known<string> {
    return this.#target();
  }

  option(...names: string[]): MountOption | undefined {
    const found = this.options.find(({ key }) => names.includes(key));
    if (found?.value.includes('$') !== true) return found;
    return { ...found, value: valueOf(this.#resolve(found.value)) ?? found.value };
  }

  #resolve(value: string): Known<string> {
    return expand(value, this.file.lookupBefore(this.run), this.file.escape);
  }

  #readTarget(): Known<string> {
    const written = this.options.find(({ key }) => TARGETS.includes(key))?.value;
    if (written === undefined)
      return defaultTarget(this.type, this.option('id', 'source', 'src')?.value, this.option('env'));
    const path = this.#resolve(written);
    if (path.state !== 'known') return UNKNOWN;
    return resolvePath(path.value, this.file.stateBefore(this.run)?.workdir ?? UNKNOWN);
  }
}

/** A secret without a target stands in /run/secrets, unless only a variable holds it. */
function defaultTarget(
  type: string,
  id: string | undefined,
  variable: MountOption | undefined,
): Known<string> {
  if (type !== 'secret' || variable !== undefined || id === undefined) return ABSENT;
  return id.includes('$') ? UNKNOWN : known(`/run/secrets/${id}`);
}

/** One `--mount=` as it is written. */
export interface WrittenMount {
  readonly flag: MappedFlag;
  readonly options: readonly MappedOption[];
}

export const writtenMounts = factOf(({ flags }: InstructionLine): readonly WrittenMount[] =>
  flags
    .filter(({ name }) => name === 'mount')
    .map((flag) => ({ flag, options: flag.valueText === undefined ? [] : readOptions(flag.valueText) })),
);

/** An option, with the value's way back to the document. */
export interface MappedOption extends MountOption {
  readonly text: MappedText;
}

export function readOptions(value: MappedText): readonly MappedOption[] {
  return fieldsOf(value.text).map(({ start, end }) => {
    const field = value.text.slice(start, end);
    const equals = field.indexOf('=');
    const keyEnd = equals < 0 ? end : start + equals;
    const valueStart = equals < 0 ? end : keyEnd + 1;
    return {
      key: value.text.slice(start, keyEnd).trim().toLowerCase(),
      value: value.text.slice(valueStart, end),
      span: value.spanOf(start, end),
      valueSpan: value.spanOf(valueStart, end),
      text: value.slice(valueStart, end),
    };
  });
}

/** The fields of a line of CSV, the quotes around them left out. */
function fieldsOf(text: string): readonly Stretch[] {
  const fields: Stretch[] = [];
  for (let at = 0; at <= text.length;) {
    const quoted = text[at] === '"';
    const start = quoted ? at + 1 : at;
    const close = quoted ? text.indexOf('"', start) : -1;
    const comma = text.indexOf(',', close < 0 ? start : close);
    const next = comma < 0 ? text.length : comma;
    const end = close < 0 ? next : close;
    if (end > start) fields.push({ start, end });
    at = next + 1;
  }
  return fields;
}
