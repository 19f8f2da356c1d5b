import { type Linking } from '../../../dockerfile/artefacts/artefact';
import { imageName, rootBase } from '../../../dockerfile/artefacts/root-image';
import { type Instruction, type Stage } from '../../../dockerfile/model';
import { replace } from '../../../text/edit';
import { valueOf } from '../../../text/known';
import { isDevVariant } from '../hardened/dev-variant';
import { dockerfileRule, type Fix } from '../../rule';
import { newestStatic } from './base-with-library';
import { isForDevelopers } from './for-developers';
import { linkingOf } from './linking-of';
import { startedProgram } from './started-program';

/** Images whose reason is their compiler. */
const compilers = new Set(['rust', 'golang', 'gcc']);

export const dhiFinalNotRuntime = dockerfileRule({
  id: 'dhi-final-not-runtime',
  summary: 'A compiled program should not ship in the image that compiles.',
  severity: 'info',
  fix: 'offer',
  messages: {
    base: 'What runs is one compiled program, and {image} ships a whole toolchain with it. Copy the program into {better}.',
  },
  since: '0.1.0',
  check({ dockerfile, context, report }) {
    for (const stage of dockerfile.targets) {
      const root = rootBase(stage);
      // That a build variant ships is said by another rule.
      if (!compilers.has(imageName(stage) ?? '') || isDevVariant(root.facts) || isForDevelopers(stage))
        continue;
      const program = startedProgram(stage);
      if (program?.origin.kind !== 'built') continue;
      const linking = linkingOf(program.origin, stage, context);
      report({
        message: 'base',
        at: stage.base.span,
        data: { image: root.text, better: nameOf(linking) },
        offers: [onStatic(stage, linking)],
        related: [
          { at: program.origin.build.command.span, text: 'The program is built here.' },
          { at: program.span, text: 'And started here.' },
        ],
      });
    }
  },
});

function nameOf(linking: Linking | undefined): string {
  if (linking === 'static') return 'dhi.io/static';
  return linking === undefined
    ? 'dhi.io/static, or its -glibc or -musl variant where the program is linked against one of them'
    : `the -${linking} variant of dhi.io/static`;
}

/** Only a stage that copies and starts, and nothing else, finds all that it needs in another image. */
function onStatic(stage: Stage, linking: Linking | undefined): Fix | undefined {
  const reference = linking && newestStatic(linking === 'static' ? 'none' : linking);
  if (reference === undefined || stage.base.stage !== undefined || !stage.instructions.every(needsNoShell))
    return undefined;
  return {
    title: `Start from ${reference}`,
    edits: [replace(stage.base.span, reference)],
    confirm: 'It has certificates and time zones, and no shell, no OpenSSL and no libstdc++.',
  };
}

function needsNoShell(instruction: Instruction): boolean {
  switch (instruction.keyword) {
    case 'CMD':
    case 'ENTRYPOINT':
      return instruction.json !== undefined;
    case 'COPY':
    case 'ADD':
      return instruction.flags.every(({ name, value }) => name !== 'chown' || isThere(value ?? ''));
    case 'USER':
      return isThere(valueOf(instruction.user) ?? '?');
    case 'ENV':
    case 'LABEL':
    case 'ARG':
    case 'WORKDIR':
    case 'EXPOSE':
    case 'STOPSIGNAL':
      return true;
    default:
      return false;
  }
}

function isThere(user: string): boolean {
  return /^(?:\d+|nonroot)(?::(?:\d+|nonroot))?$/.test(user);
}
