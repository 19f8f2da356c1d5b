import { ABSENT, known, UNKNOWN, valueOf, type Known } from '../text/known';
import { type MappedText } from '../text/mapped';
import { type Stretch } from './words';
import { expand } from './expand';
import { type MappedFlag } from './flags';
import { lazy } from './lazy';
import { type Mount, type MountOption, type RunInstruction } from './model';
import { resolvePath } from './paths';
import { type InstructionFile } from './place';

const TARGETS = ['target', 'dst', 'destination'];

/** @see https://docs.docker.com/reference/dockerfile/#run---mount */
export function readMount(flag: MappedFlag, run: RunInstruction, file: InstructionFile): Mount {
  const options = flag.valueText === undefined ? [] : readOptions(flag.valueText);
  const resolve = (value: string): Known<string> => expand(value, file.lookupBefore(run), file.escape);
  const option = (...names: string[]): MountOption | undefined => {
    const found = options.find(({ key }) => names.includes(key));
    if (found?.value.includes('$') !== true) return found;
    return { ...found, value: valueOf(resolve(found.value)) ?? found.value };
  };
  const type = (option('type')?.value ?? 'bind').toLowerCase();
  const target = lazy((): Known<string> => {
    const written = options.find(({ key }) => TARGETS.includes(key))?.value;
    if (written === undefined)
      return defaultTarget(type, option('id', 'source', 'src')?.value, option('env'));
    const path = resolve(written);
    if (path.state !== 'known') return UNKNOWN;
    return resolvePath(path.value, file.stateBefore(run)?.workdir ?? UNKNOWN);
  });
  return {
    flag,
    type,
    options,
    option,
    get target() {
      return target();
    },
  };
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
