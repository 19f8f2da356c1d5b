import { addItem, setInService } from '../../../compose/edits';
import { type Compose, type Service } from '../../../compose/model';
import { type ScalarValue } from '../../../compose/value';
import { containerRun, optionsAfterImage, type RunWord } from '../../../shell/container-run';
import { parseShell } from '../../../shell/parse';
import { MappedText } from '../../../text/mapped';
import { type Span } from '../../../text/span';
import { composeRule, type Fix } from '../../rule';
import { fixOf, markedTexts } from '../marked';

export const runOptionAfterImage = composeRule({
  id: 'run-option-after-image',
  summary: 'Options of `docker run` must stand before the image.',
  severity: 'warning',
  fix: 'offer',
  messages: {
    command:
      '{option} is an option of docker run. In command: it goes to the program in the container, and nothing is mounted. Write it under volumes:.',
    run: '{option} stands behind the image, so the engine hands it to the program in the container: nothing is mounted. Put it before the image.',
  },
  since: '0.1.0',
  check({ compose, report }) {
    const found = markedTexts(compose, misplacedIn, ({ words }) => spanOf(words));
    for (const { what, services } of found) {
      const [service] = services;
      const [first] = what.words;
      if (first === undefined || service === undefined) continue;
      const isOwn = what.kind === 'command' && services.length === 1;
      report({
        message: what.kind,
        at: first.span,
        data: { option: first.value },
        offers: [isOwn ? toVolumes(compose, service, what.words) : undefined],
      });
    }
  },
});

interface Misplaced {
  /** Whether they stand in `command:` right away, or behind the image of a `docker run` there. */
  readonly kind: 'command' | 'run';
  readonly words: readonly RunWord[];
}

function spanOf(words: readonly RunWord[]): Span {
  return words[0]?.span ?? { start: 0, end: 0 };
}

function misplacedIn(service: Service): readonly Misplaced[] {
  const { entrypoint, command } = service;
  const words =
    command === undefined
      ? undefined
      : command.form === 'exec'
        ? itemsOf(command.words)
        : callsIn(command.words[0])[0];
  const calls = [entrypoint, command].flatMap((each) => {
    if (each === undefined) return [];
    return [...each.words.flatMap(callsIn), ...(each.form === 'exec' ? [itemsOf(each.words)] : [])];
  });
  return [
    // The command is what would stand behind the image.
    ...some('command', words === undefined ? [] : optionsAfterImage(words)),
    ...calls.flatMap((call) => some('run', optionsAfterImage(containerRun(call)?.args ?? []))),
  ];
}

function some(kind: Misplaced['kind'], words: readonly RunWord[]): readonly Misplaced[] {
  return words.length === 0 ? [] : [{ kind, words }];
}

function itemsOf(items: readonly ScalarValue[]): readonly RunWord[] {
  return items.map(({ text, span }) => ({ value: text, span }));
}

/** The commands of a text in shell form, where it stands in the document as it is. */
function callsIn(scalar: ScalarValue | undefined): readonly (readonly RunWord[])[] {
  const { text = '', textStart } = scalar ?? {};
  if (textStart === undefined || !/\s/.test(text)) return [];
  return parseShell(MappedText.verbatim(text, textStart)).commands.flatMap(({ program, args }) =>
    program === undefined ? [] : [[program, ...args]],
  );
}

/** Takes one `-v` out of a list of words and writes it as a volume. */
function toVolumes(compose: Compose, service: Service, words: readonly RunWord[]): Fix | undefined {
  const { command } = service;
  const [option, volume, ...more] = words;
  if (command?.form !== 'exec' || volume === undefined || more.length > 0) return undefined;
  if (!/^(?:-v|--volume)$/.test(option?.value ?? '')) return undefined;
  const others = command.words.filter(({ span }) => !words.some((word) => word.span.start === span.start));
  if (others.length === 0 || others.some(({ textStart }) => textStart === undefined)) return undefined;
  const kept = others.map(({ span }) => ({ raw: compose.source.slice(span) }));
  const isFlow = command.value.kind === 'list' && command.value.flow;
  const list = isFlow ? { raw: `[${kept.map(({ raw }) => raw).join(', ')}]` } : kept;
  const taken = setInService(compose, service, 'command', list);
  const added = addItem(compose, service, 'volumes', volume.value.replace(/^\$\(pwd\)|^\$PWD/, '.'));
  return fixOf('Move it to volumes', taken && added && [...taken, ...added]);
}
