import { addLineAfter } from '../../../dockerfile/edits';
import { type Dockerfile, type Stage } from '../../../dockerfile/model';
import { UPSTREAM_COMMANDS } from '../../../image/entrypoint-differences';
import { replace } from '../../../text/edit';
import { type Span } from '../../../text/span';
import { dockerfileRule, type DockerfileContext, type Fix, type Report } from '../../rule';
import { certainTree } from '../context/context-copies';
import { firstLine } from '../command/first-line';
import { handedCommand, handedFix } from './handed-command';
import { missingProgram, type MissingProgram } from './missing-program';
import { npmScript } from './npm-script';
import { imageOf } from './started';
import { unreadFiles, unreadVariables } from './upstream-habits';

type Message = 'files' | 'variable' | 'program' | 'shell' | 'missing' | 'nothing' | 'arguments';

export const dhiEntrypointDiffers = dockerfileRule<Message>({
  id: 'dhi-entrypoint-differs',
  summary: 'A stage must not rely on what only the entry point of the upstream image does.',
  severity: 'warning',
  fix: 'offer',
  messages: {
    files:
      "{image} starts its program without a script, so nobody {use} what lies in {folder}: that is done by the upstream image's entry point.",
    variable:
      "{image} starts its program without a script, so nobody reads {name}: that is done by the upstream image's entry point.",
    program: 'The ENTRYPOINT of {image} is "{program}" already, so this CMD starts "{program} {first} …".',
    shell:
      'The ENTRYPOINT of {image} is "{program}" and gets the words of CMD, in shell form those of a shell: "{program} /bin/sh -c …".',
    missing: '{image} has no {program}, which the upstream image has: the container cannot start.',
    nothing:
      '{image} has neither ENTRYPOINT nor CMD, and this stage sets none: the container does not start by itself.',
    arguments:
      '{image} starts "{program}" without arguments, where the upstream image has a CMD: it ends at once.',
  },
  since: '0.1.0',
  about: 'hardened images',
  check(context) {
    const reported = new Set<number>();
    for (const stage of context.dockerfile.targets)
      for (const report of reportsOn(stage, context)) {
        if (reported.has(report.at.start)) continue;
        reported.add(report.at.start);
        context.report(report);
      }
  },
});

function reportsOn(
  stage: Stage,
  { dockerfile, context, source }: DockerfileContext<Message>,
): readonly Report<Message>[] {
  const image = imageOf(stage);
  const handed = handedCommand(stage);
  const missing = missingProgram(stage);
  return [
    ...unreadFiles(stage).map(({ copy, folder: { path, use } }): Report<Message> => {
      const at = copy.destination?.span ?? copy.keywordSpan;
      return { message: 'files', at, data: { image, folder: path, use } };
    }),
    ...unreadVariables(stage).map(({ name, nameSpan }): Report<Message> => ({
      message: 'variable',
      at: nameSpan,
      data: { image, name },
    })),
    ...(handed === undefined
      ? []
      : [
          {
            message: handed.isShellForm ? ('shell' as const) : ('program' as const),
            at: handed.command.json?.items[0]?.span ?? firstLine(bodySpan(handed.command), source),
            data: { image, program: handed.program, first: handed.command.json?.items[0]?.value ?? '' },
            offers: [handedFix(dockerfile, handed)],
          },
        ]),
    ...(missing === undefined
      ? []
      : [
          {
            message: 'missing' as const,
            at: missing.program.span,
            data: { image, program: missing.name },
            offers: [
              scriptFix(missing, npmScript(missing.words, certainTree(dockerfile, context)), dockerfile),
            ],
          },
        ]),
    ...silentStart(stage, dockerfile),
  ];
}

function bodySpan({ body }: MissingProgram['instruction']): Span {
  return body.spanOf(0, body.text.length);
}

/** Offers what the script of package.json runs. */
function scriptFix(
  { instruction }: MissingProgram,
  words: readonly string[] | undefined,
  { source }: Dockerfile,
): Fix | undefined {
  const span = bodySpan(instruction);
  if (words === undefined || source.slice(span).includes('\n')) return undefined;
  const array = `[${words.map((word) => JSON.stringify(word)).join(', ')}]`;
  return {
    title: `Start what the script of package.json runs: ${words.join(' ')}`,
    edits: [replace(span, array)],
  };
}

/** A container that has nothing to start, or whose program is not told what to do. */
function silentStart(stage: Stage, dockerfile: Dockerfile): readonly Report<Message>[] {
  const { hardened, entrypoint, command } = stage.base.facts;
  if (hardened === undefined || command.state !== 'absent' || entrypoint.state === 'unknown') return [];
  if (stage.effective('CMD') !== undefined || stage.effective('ENTRYPOINT') !== undefined) return [];
  const image = imageOf(stage);
  const at = stage.base.span;
  if (entrypoint.state === 'absent') return [{ message: 'nothing', at, data: { image } }];
  const words = UPSTREAM_COMMANDS.get(hardened.repository);
  if (words === undefined) return [];
  const array = `[${words.map((word) => JSON.stringify(word)).join(', ')}]`;
  return [
    {
      message: 'arguments',
      at,
      data: { image, program: entrypoint.value[0] ?? '' },
      offers: [
        {
          title: `Add CMD ${array}`,
          edits: [addLineAfter(dockerfile, stage.instructions.at(-1) ?? stage.from, `CMD ${array}`)],
        },
      ],
    },
  ];
}
