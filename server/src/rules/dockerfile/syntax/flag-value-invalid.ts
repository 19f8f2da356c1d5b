import { type Flag } from '../../../dockerfile/model';
import { insert } from '../../../text/edit';
import { dockerfileRule, type Report } from '../../rule';
import { flaggedInstructions, flagsOf, type KnownFlag } from './flags-of-instructions';
import { isPlainDockerfile } from './known-frontend';

type Message = 'missing' | 'boolean' | 'duration' | 'unit' | 'count';

export const flagValueInvalid = dockerfileRule({
  id: 'flag-value-invalid',
  summary: 'A flag must have a value that it can take.',
  severity: 'error',
  fix: 'offer',
  messages: {
    missing: '--{name} needs a value, so the build stops here.',
    boolean: '--{name} is either true or false, so the build stops here.',
    duration: '"{value}" is no time such as 30s or 1m30s, or it is less than 1ms: the build stops here.',
    unit: '"{value}" is a time without a unit, so the build stops here.',
    count: '"{value}" is no number of tries, so the build stops here.',
  },
  since: '0.1.0',
  check({ dockerfile, report }) {
    if (!isPlainDockerfile(dockerfile)) return;
    for (const instruction of flaggedInstructions(dockerfile)) {
      const known = flagsOf(instruction);
      for (const flag of instruction.flags) {
        const form = known[flag.name];
        const fault = form && faultOf(flag, form);
        if (fault !== undefined) report(fault);
      }
    }
  },
});

function faultOf({ name, value, span, valueSpan }: Flag, { form }: KnownFlag): Report<Message> | undefined {
  const at = valueSpan === undefined || valueSpan.start === valueSpan.end ? span : valueSpan;
  const data = { name, value: value ?? '' };
  if (form === 'boolean')
    return value === undefined || /^(?:true|false)$/i.test(value)
      ? undefined
      : { message: 'boolean', at, data };
  if (value === undefined || value === '') return { message: 'missing', at, data };
  if (form === 'duration' && !isDuration(value)) {
    if (!/^[1-9]\d*$/.test(value) || valueSpan === undefined) return { message: 'duration', at, data };
    const end = valueSpan.end - (/["']$/.test(value) ? 1 : 0);
    return {
      message: 'unit',
      at,
      data,
      offers: [{ title: `Change to ${value}s`, edits: [insert(end, 's')] }],
    };
  }
  return form === 'count' && !/^\d+$/.test(value) ? { message: 'count', at, data } : undefined;
}

/** What a unit is worth, in milliseconds: https://pkg.go.dev/time#ParseDuration */
const units: Readonly<Record<string, number>> = {
  ...{ ns: 1e-6, us: 1e-3, µs: 1e-3, μs: 1e-3, ms: 1 },
  ...{ s: 1000, m: 60_000, h: 3_600_000 },
};

/** Zero, or at least a millisecond. */
function isDuration(value: string): boolean {
  if (/^[-+]?0$/.test(value)) return true;
  if (!/^\+?(?:(?:\d+\.?\d*|\.\d+)(?:ns|us|\u00b5s|\u03bcs|ms|s|m|h)){1,20}$/.test(value)) return false;
  let sum = 0;
  for (const [, number = '', unit = ''] of value.matchAll(/([\d.]+)([a-z\u00b5\u03bc]+)/g))
    sum += Number(number) * (units[unit] ?? 0);
  return sum === 0 || sum >= 1;
}
