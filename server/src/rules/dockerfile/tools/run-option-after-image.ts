import { runningCommands } from '../../../dockerfile/running-commands';
import { containerRun, isEngine, optionsAfterImage } from '../../../shell/container-run';
import { removeWords } from '../../../shell/edits';
import { type ShellWord } from '../../../shell/model';
import { insert } from '../../../text/edit';
import { type Source } from '../../../text/source';
import { dockerfileRule, type Fix } from '../../rule';

export const runOptionAfterImage = dockerfileRule({
  id: 'run-option-after-image',
  summary: 'Options of `docker run` must stand before the image.',
  severity: 'warning',
  fix: 'offer',
  messages: {
    base: '{option} stands behind the image, so the engine hands it to the program in the container: nothing is mounted. Put it before the image.',
  },
  since: '0.1.0',
  mentions: ['docker ', 'docker"', 'podman', 'nerdctl'],
  check({ dockerfile, source, report }) {
    for (const { name, program, args } of runningCommands(dockerfile)) {
      const run = program && isEngine(name) ? containerRun([program, ...args]) : undefined;
      const misplaced = run === undefined ? [] : optionsAfterImage(run.args);
      const [first] = misplaced;
      if (run === undefined || first === undefined) continue;
      report({
        message: 'base',
        at: first.span,
        data: { option: first.value },
        offers: [before(source, run.image, misplaced)],
        related: [{ at: run.image.span, text: 'This is the image.' }],
      });
    }
  },
});

function before(source: Source, image: ShellWord, words: readonly ShellWord[]): Fix | undefined {
  const [first, ...others] = words;
  if (first === undefined || source.slice(image.span) !== image.raw) return undefined;
  const removal = removeWords(source, first, others.at(-1) ?? first);
  if (removal === undefined) return undefined;
  const text = words.map(({ raw }) => raw).join(' ');
  return {
    title: 'Move the options before the image',
    edits: [insert(image.span.start, `${text} `), removal],
  };
}
