import { type Stage } from '../../../dockerfile/model';
import { commandsOf, instructionsOf } from '../../../dockerfile/walk';
import { type ShellWord } from '../../../shell/model';
import { remove, type Edit } from '../../../text/edit';
import { type Source } from '../../../text/source';
import { dockerfileRule } from '../../rule';

export const sudo = dockerfileRule({
  id: 'sudo',
  summary: 'A build must change users by USER and not by `sudo`.',
  severity: 'warning',
  fix: 'safe',
  messages: {
    root: 'This RUN is root already, so sudo only adds a set-uid program that must be in the image.',
    base: 'A build has no use for sudo: switch by USER root before this RUN, and back after it.',
    other: 'A build has no use for sudo: switch to that user by USER, or by setpriv or gosu.',
    package:
      'This brings a set-uid program by which a process of the container can become root. Leave it out of the image.',
  },
  sameAs: { hadolint: ['DL3004'], trivy: ['DS-0010'], checkov: ['CKV2_DOCKER_1'] },
  since: '0.1.0',
  mentions: ['sudo'],
  check({ dockerfile, source, report }) {
    for (const stage of dockerfile.stages)
      for (const run of instructionsOf(stage, 'RUN', { triggers: true })) {
        const isRoot = run.onbuild === undefined && stage.before(run).user.isRoot === true;
        for (const { words, isPlain } of usesIn(commandsOf(run))) {
          const [word] = words;
          if (word === undefined) continue;
          const edit = isPlain && isRoot ? withoutWord(source, word) : undefined;
          report({
            message: words.some(({ value }) => /^(?:-u|--user)/.test(value))
              ? 'other'
              : isRoot
                ? 'root'
                : 'base',
            at: word.span,
            fix: edit && { title: 'Remove sudo', edits: [edit] },
          });
        }
      }
    for (const span of installed(dockerfile.shippedStages)) report({ message: 'package', at: span });
  },
});

interface Use {
  /** The word sudo and its flags. */
  readonly words: readonly ShellWord[];
  /** Without flags, before a command. */
  readonly isPlain: boolean;
}

/** Each place that says sudo, once: what it runs may be several commands. */
function usesIn(commands: ReturnType<typeof commandsOf>): readonly Use[] {
  const found = new Map<number, Use>();
  for (const { name, program, args, wrappers } of commands) {
    if (name === 'sudo' && program !== undefined)
      found.set(program.span.start, { words: [program, ...args], isPlain: false });
    for (const wrapper of wrappers)
      if (wrapper.name === 'sudo')
        found.set(wrapper.span.start, { words: wrapper.words, isPlain: wrapper.words.length === 1 });
  }
  return [...found.values()];
}

/** Where packages named sudo are installed. */
function installed(stages: readonly Stage[]) {
  return stages.flatMap(({ effects }) =>
    effects.packages.filter(({ name }) => name === 'sudo').map(({ span }) => span),
  );
}

/** Removes the word and the blanks behind it; absent where it does not stand in the document as the shell reads it. */
function withoutWord(source: Source, { span, raw }: ShellWord): Edit | undefined {
  if (source.slice(span) !== raw) return undefined;
  const blanks = /^[ \t]*/.exec(source.text.slice(span.end, span.end + 200))?.[0].length ?? 0;
  return remove({ start: span.start, end: span.end + blanks });
}
