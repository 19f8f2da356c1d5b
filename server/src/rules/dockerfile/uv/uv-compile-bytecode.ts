import { type Stage } from '../../../dockerfile/model';
import { chainOf } from '../../../dockerfile/chain';
import { instructionsOf } from '../../../dockerfile/walk';
import { dockerfileRule } from '../../rule';
import { isForDevelopment } from './development-stage';
import { projectFile } from './project-file';
import { shippedVenvs } from './shipped-venvs';
import { addFlag, setAbove } from './tell-uv';
import { COMPILE_BYTECODE, toldOf } from './uv-setting';

export const uvCompileBytecode = dockerfileRule({
  id: 'uv-compile-bytecode',
  summary: 'An environment that ships must be compiled to bytecode.',
  severity: 'hint',
  fix: 'offer',
  messages: {
    base: 'Without being told, uv compiles nothing, so each container compiles what it imports when it starts. UV_COMPILE_BYTECODE=1 does it once, in the build.',
  },
  since: '0.1.0',
  mentions: ['uv'],
  check({ dockerfile, context, report }) {
    for (const { syncs, target } of shippedVenvs(dockerfile)) {
      const last = syncs.findLast(({ verb }) => verb === 'sync');
      // One call that compiles goes over all that is installed; one that is told otherwise is somebody's choice.
      if (last === undefined || syncs.some((call) => toldOf(call, COMPILE_BYTECODE) !== 'untold')) continue;
      if (isForDevelopment(target) || isForDevelopment(last.stage)) continue;
      if (compilesItself(target) || (last.stage !== target && compilesItself(last.stage))) continue;
      if (projectFile(dockerfile, context, last)?.has('tool.uv.compile-bytecode') === true) continue;
      report({
        message: 'base',
        at: last.span,
        findOffers: () => [
          setAbove(dockerfile, syncs, 'UV_COMPILE_BYTECODE=1'),
          addFlag(dockerfile, [last], '--compile-bytecode'),
        ],
      });
    }
  },
});

/** https://docs.python.org/3/library/compileall.html */
function compilesItself(stage: Stage): boolean {
  return chainOf(stage).some((each) =>
    instructionsOf(each, 'RUN').some(
      ({ body: { text } }) => text.includes('compile') && /\b(?:compileall|py_compile)\b/.test(text),
    ),
  );
}
