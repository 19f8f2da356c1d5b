import { inKeywordCase } from '../../../dockerfile/keyword-case';
import { type Dockerfile, type RunInstruction } from '../../../dockerfile/model';
import { instructionsOf } from '../../../dockerfile/walk';
import { uvVersionOfInstaller } from '../../../image/uv';
import { replace } from '../../../text/edit';
import { dockerfileRule, type Fix } from '../../rule';
import { downloaders, pipedCode, type PipedCode } from './piped-code';

export const pipeToShell = dockerfileRule({
  id: 'pipe-to-shell',
  summary: 'What is downloaded must not be run before it was checked.',
  severity: 'warning',
  fix: 'offer',
  messages: {
    base: '{program} runs whatever the server sends, unseen and unchecked. Save it, verify its checksum, then run it.',
    uv: '{program} runs whatever the server sends, unseen and unchecked. uv comes as an image: copy it from there.',
    rustup:
      '{program} runs whatever the server sends, unseen and unchecked. Build on an image that has Rust, such as rust or dhi.io/rust.',
  },
  since: '0.1.0',
  mentions: [...downloaders],
  check({ dockerfile, report }) {
    for (const run of instructionsOf(dockerfile, 'RUN', { triggers: true })) {
      if (run.script === undefined) continue;
      for (const found of pipedCode(run.script)) {
        const urls = found.download.args.map(({ value }) => value).filter((value) => value.includes('://'));
        const uv = urls.map(uvVersionOfInstaller).find((version) => version !== undefined);
        const isRustup = urls.some((url) =>
          /^https?:\/\/(?:sh\.rustup\.rs|static\.rust-lang\.org\/rustup)/.test(url),
        );
        report({
          message: uv !== undefined ? 'uv' : isRustup ? 'rustup' : 'base',
          at: found.interpreter.span,
          data: { program: found.interpreter.value },
          offers: [uv === undefined ? undefined : copyUv(dockerfile, run, found, uv)],
        });
      }
    }
  },
});

/** Offers to copy uv from its image in place of a RUN that does nothing but install it. */
function copyUv(
  dockerfile: Dockerfile,
  run: RunInstruction,
  { download }: PipedCode,
  version: string,
): Fix | undefined {
  const commands = run.script?.commands ?? [];
  const isAll =
    run.onbuild === undefined &&
    run.flags.length === 0 &&
    run.heredocs.length === 0 &&
    commands.length === 2 &&
    commands.every(({ assignments, pipeline }) => assignments.length === 0 && pipeline === download.pipeline);
  if (!isAll) return undefined;
  const line = `COPY --from=ghcr.io/astral-sh/uv:${version} /uv /uvx /bin/`;
  return { title: `Replace by ${line}`, edits: [replace(run.span, inKeywordCase(dockerfile, line))] };
}
