import { isShell, programOf } from '../../../dockerfile/interpreters';
import { type Compose, type Service } from '../../../compose/model';
import { type BuildContext } from '../../../workspace/context';
import { startedWord } from '../../dockerfile/hardened-runtime/started';
import { composeRule } from '../../rule';
import { markedTexts } from '../marked';
import { type CommandWord, commandWords } from './command-words';
import { shellLessPlace } from './in-dockerfile';
import { serviceRun, type ServiceRun } from './service-run';

interface ShellCall {
  readonly key: 'command' | 'entrypoint';
  readonly word: CommandWord;
  readonly image: string;
  readonly run: ServiceRun;
}

export const commandWithoutShell = composeRule({
  id: 'command-without-shell',
  summary: 'What a service starts must not need a shell that its image does not have.',
  severity: 'error',
  fix: 'none',
  messages: {
    base: '{image} has no shell, and this {key} starts {shell}: the container cannot start. Name the program itself.',
  },
  since: '0.1.0',
  check({ compose, context, report }) {
    const found = markedTexts(
      compose,
      (service) => callsIn(compose, service, context),
      ({ word }) => word.span,
    );
    for (const { what } of found) {
      const { key, word, image } = what;
      report({
        message: 'base',
        at: word.span,
        data: { image, key, shell: word.text },
        related: shellLessPlace(what.run.built),
      });
    }
  },
});

function callsIn(compose: Compose, service: Service, context: BuildContext): readonly ShellCall[] {
  const { entrypoint, command } = service;
  if (entrypoint === undefined && command === undefined) return [];
  const run = serviceRun(compose, service, context);
  if (run?.shell.state !== 'absent') return [];
  const { image } = run;
  const own = entrypoint && shellAmong(commandWords(entrypoint));
  if (own !== undefined) return [{ key: 'entrypoint', word: own, image, run }];
  const handed = command && run.commandGoes === 'started' ? shellAmong(commandWords(command)) : undefined;
  return handed === undefined ? [] : [{ key: 'command', word: handed, image, run }];
}

/** The shell that the words start, perhaps by `tini` or its like, where shells usually lie. */
function shellAmong(words: readonly CommandWord[] | undefined): CommandWord | undefined {
  const program = startedWord((words ?? []).map(({ text }) => text));
  if (program === undefined || !/^(?:\/(?:usr\/)?bin\/)?[a-z]+$/.test(program)) return undefined;
  return isShell(programOf(program)) ? words?.find(({ text }) => text === program) : undefined;
}
