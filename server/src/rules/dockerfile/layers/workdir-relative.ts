import { type Stage, type WorkdirInstruction } from '../../../dockerfile/model';
import { instructionsOf } from '../../../dockerfile/walk';
import { replace } from '../../../text/edit';
import { valueOf } from '../../../text/known';
import { unquoted } from '../../../text/unquoted';
import { dockerfileRule } from '../../rule';

export const workdirRelative = dockerfileRule({
  id: 'workdir-relative',
  summary: 'The first WORKDIR must be an absolute path.',
  severity: 'warning',
  fix: 'safe',
  messages: {
    base: '"{path}" is relative to the work directory of the base image, which may change with the image.',
    known:
      '"{path}" is relative to the work directory of the base image: {absolute} today, another with another image.',
  },
  sameAs: {
    hadolint: ['DL3000'],
    buildkit: ['WorkdirRelativePath'],
    trivy: ['DS-0009'],
    checkov: ['CKV_DOCKER_10'],
  },
  since: '0.1.0',
  check({ dockerfile, report }) {
    for (const stage of dockerfile.stages) {
      if (isSettled(stage.base.stage)) continue;
      const [instruction] = instructionsOf(stage, 'WORKDIR');
      if (instruction === undefined || !isRelative(instruction)) continue;
      const path = unquoted(instruction.body.text);
      const absolute = valueOf(instruction.path);
      const to = absolute ?? `/${path.replace(/^(?:\.{1,2}\/)+/, '')}`;
      const at = instruction.body.spanOf(0, instruction.body.text.length);
      const fix = { title: `Change to ${to}`, edits: [replace(at, to)] };
      const isPlain = /^[\w./@+-]*[\w@+-]$/.test(path);
      report({
        message: absolute === undefined ? 'base' : 'known',
        at,
        data: { path, absolute: to },
        fix: isPlain && absolute !== undefined ? fix : undefined,
        offers: isPlain && absolute === undefined ? [fix] : [],
      });
    }
  },
});

/** Whether a WORKDIR of the stage or below it may be absolute, so that later ones are relative to the file itself. */
function isSettled(stage: Stage | undefined): boolean {
  for (let below = stage; below !== undefined; below = below.base.stage)
    if (instructionsOf(below, 'WORKDIR').length > 0) return true;
  return false;
}

/** Paths of Windows and those that begin with a variable may be absolute. */
function isRelative({ body }: WorkdirInstruction): boolean {
  return /^["']?[^/\\$"'\s]/.test(body.text) && !/^["']?[A-Za-z]:/.test(body.text);
}
