import { rootOf } from '../../../dockerfile/chain';
import { instructionsOf } from '../../../dockerfile/walk';
import { dockerfileRule } from '../../rule';
import { lackingManager } from './lacking-manager';
import { toBuildVariant } from './to-build-variant';

export const dhiPackageManagerMissing = dockerfileRule({
  id: 'dhi-package-manager-missing',
  summary: 'Packages must be installed where the image has their package manager.',
  severity: 'error',
  fix: 'offer',
  messages: {
    none: '{image} has no package manager, so "{program}" is not found and the build fails. Install in a stage on a build variant, and copy what is needed.',
    neither:
      '{image} has neither a shell nor a package manager, so this RUN cannot start and the build fails. Install in a stage on a build variant, and copy what is needed.',
    other: '{image} has {other} and no "{program}", so the build fails. Packages may have other names there.',
  },
  since: '0.1.0',
  check({ dockerfile, report }) {
    for (const stage of dockerfile.stages) {
      const root = rootOf(stage);
      for (const run of instructionsOf(stage, 'RUN')) {
        const lacking = lackingManager(stage, run);
        if (lacking === undefined) continue;
        const { program, other } = lacking;
        const data = { image: root.base.text, program: program.value, other };
        if (other !== 'none') {
          report({ message: 'other', at: program.span, data });
          continue;
        }
        const needsShell = run.json === undefined && stage.before(run).shell.state === 'absent';
        report({
          message: needsShell ? 'neither' : 'none',
          at: program.span,
          data,
          offers: [toBuildVariant(root, dockerfile)],
        });
      }
    }
  },
});
