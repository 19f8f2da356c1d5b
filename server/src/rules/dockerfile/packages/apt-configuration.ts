import { type Instruction, type Stage } from '../../../dockerfile/model';
import { flagValues } from '../../../shell/flags';
import { type ShellCommand } from '../../../shell/model';
import { ABSENT, known, UNKNOWN, valueOf, type Known } from '../../../text/known';

/** Words that apt takes for true and for false: https://manpages.debian.org/stable/apt/apt.conf.5.en.html */
const yes = /^(?:true|yes|on|with|enable|1)$/i;

/** The value of an option that the command is given by `-o NAME=value`; absent where it is not. */
export function aptOption(command: ShellCommand, name: string): Known<boolean> {
  for (const { value, literal } of flagValues(command, '-o', '--option').toReversed()) {
    const [key = '', text = ''] = value.split('=', 2);
    if (key.toLowerCase() !== name.toLowerCase()) continue;
    return literal ? known(yes.test(text)) : UNKNOWN;
  }
  return ABSENT;
}

/**
 * What the files of /etc/apt say about an option when the instruction runs, as far as the stage and those below it write
 * them. Unknown where a file is copied there or APT_CONFIG names one; absent where nothing sets it.
 */
export function aptSetting(stage: Stage, instruction: Instruction, name: string): Known<boolean> {
  if (stage.before(instruction).variable('APT_CONFIG').state !== 'absent') return UNKNOWN;
  const setting = new RegExp(`\\b${name}\\b[^\\w\\n]{1,6}(\\w+)`, 'gi');
  let found: Known<boolean> = ABSENT;
  for (const each of instructionsUpTo(stage, instruction)) {
    if (each.keyword !== 'RUN' && each.keyword !== 'COPY' && each.keyword !== 'ADD') continue;
    if (isCopyOfSettings(each)) return UNKNOWN;
    const texts = [each.body.text, ...each.heredocs.map(({ body }) => body.text)];
    if (!texts.some((text) => text.includes('apt.conf'))) continue;
    for (const text of texts)
      for (const [, value = ''] of text.matchAll(setting)) found = known(yes.test(value));
  }
  return found;
}

/** The instructions of the stages below and of the stage itself, the given one included. */
function instructionsUpTo(stage: Stage, instruction: Instruction): readonly Instruction[] {
  const own = stage.instructions.filter(({ index }) => index <= instruction.index);
  const below: Instruction[][] = [];
  for (let base = stage.base.stage; base !== undefined; base = base.base.stage)
    below.unshift([...base.instructions]);
  return [...below.flat(), ...own];
}

function isCopyOfSettings(instruction: Instruction): boolean {
  if (instruction.keyword !== 'COPY' && instruction.keyword !== 'ADD') return false;
  const path = valueOf(instruction.destinationPath) ?? '';
  return instruction.heredocs.length === 0 && /^\/etc\/apt(?:\/apt\.conf.*)?$/.test(path);
}
