import { type Compose, type Service } from '../../../compose/model';
import { type Entry, type ScalarValue } from '../../../compose/value';
import { isShell, programOf } from '../../../dockerfile/interpreters';
import { plainWords } from '../../../dockerfile/plain-words';
import { replace } from '../../../text/edit';
import { MappedText } from '../../../text/mapped';
import { type Span } from '../../../text/span';
import { valueOf } from '../../../text/known';
import { type BuildContext } from '../../../workspace/context';
import { certainlyLacks } from '../../dockerfile/command/lacking-tools';
import { composeRule, type Fix } from '../../rule';
import { fixOf, markedTexts } from '../marked';
import { shellLessPlace } from './in-dockerfile';
import { serviceRun, type ServiceRun } from './service-run';

interface Check {
  readonly message: 'shell' | 'named' | 'tool';
  readonly span: Span;
  readonly image: string;
  /** The shell or the tool that is called. */
  readonly program: string;
  readonly fix: Fix | undefined;
  readonly run: ServiceRun;
}

export const healthcheckWithoutShell = composeRule({
  id: 'healthcheck-without-shell',
  summary: 'A health check must call a program that the image has.',
  severity: 'error',
  fix: 'offer',
  messages: {
    shell:
      '{image} has no shell, and this check needs one: it fails each time, and the container counts as unhealthy. Write it as [CMD, …].',
    named:
      '{image} has no {program}, so this check fails each time, and the container counts as unhealthy. Call the program itself.',
    tool: '{image} has neither a shell nor {program}, so this check fails each time, and the container counts as unhealthy. Check by a program that is there.',
  },
  since: '0.1.0',
  check({ compose, context, report }) {
    const found = markedTexts(
      compose,
      (service) => checksIn(compose, service, context),
      ({ span }) => span,
    );
    for (const { what } of found) {
      const { message, span, image, program, fix, run } = what;
      const related = shellLessPlace(run.built);
      report({ message, at: span, data: { image, program }, related, offers: [fix] });
    }
  },
});

function checksIn(compose: Compose, service: Service, context: BuildContext): readonly Check[] {
  const { healthcheck } = service;
  const test = healthcheck?.test;
  if (test === undefined || healthcheck?.disabled !== false) return [];
  const run = serviceRun(compose, service, context);
  if (run?.shell.state !== 'absent') return [];
  const { image } = run;
  const [first, second] = test.words;
  if (first === undefined) return [];
  if (test.form === 'shell' || first.text === 'CMD-SHELL') {
    const script = test.form === 'shell' ? first : second;
    const fix = execForm(compose, testEntry(healthcheck.entry), script, run);
    return [{ message: 'shell', span: first.span, image, program: '', fix, run }];
  }
  const program = second && valueOf(second.resolved);
  if (first.text !== 'CMD' || second === undefined || program === undefined) return [];
  const name = programOf(program);
  const isUsual = /^(?:\/(?:usr\/)?bin\/)?[\w.-]+$/.test(program);
  if (isUsual && isShell(name))
    return [{ message: 'named', span: second.span, image, program, fix: undefined, run }];
  return isUsual && lacks(run, name)
    ? [{ message: 'tool', span: second.span, image, program, fix: undefined, run }]
    : [];
}

function testEntry({ value }: Entry): Entry | undefined {
  return value.kind === 'map' ? value.get('test') : undefined;
}

/** Programs that checks call, and that images without a shell lack unless somebody put them there. */
const tools = new Set(['curl', 'wget', 'nc']);

function lacks({ built, facts }: ServiceRun, name: string): boolean {
  if (!tools.has(name)) return false;
  if (built !== undefined) return certainlyLacks(built.stage, name);
  const listed = facts.hardened?.listed?.facts;
  return (
    listed !== undefined &&
    ![...listed.tools, ...listed.paths].some((each) => each.split('/').at(-1) === name)
  );
}

/** The check as words for no shell, where it is one program with plain words. Any failure counts as one. */
function execForm(
  compose: Compose,
  entry: Entry | undefined,
  script: ScalarValue | undefined,
  run: ServiceRun,
): Fix | undefined {
  const text = script && valueOf(script.resolved)?.replace(/\s*\|\|\s*(?:exit\s+1|false)\s*$/, '');
  if (entry === undefined || text === undefined || script?.interpolation.variables.length !== 0)
    return undefined;
  const words = plainWords(MappedText.verbatim(text, 0))?.map(({ value }) => value);
  const name = programOf(words?.[0] ?? '');
  if (words === undefined || isShell(name) || tools.has(name) || lacks(run, name)) return undefined;
  const between = compose.source.text.slice(entry.keySpan.end, entry.span.end);
  if (entry.origin.kind !== 'own' || entry.value.origin.kind !== 'own' || /[&#*]/.test(between))
    return undefined;
  const array = `[${['CMD', ...words].map((word) => JSON.stringify(word)).join(', ')}]`;
  return fixOf(`Change to ${array}`, [
    replace({ start: entry.keySpan.end, end: entry.span.end }, `: ${array}`),
  ]);
}
