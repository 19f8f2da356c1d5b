import { instructionsOf } from '../../../dockerfile/walk';
import { packageCommandsOf } from '../../../dockerfile/package-commands';
import { removeInstruction } from '../../../dockerfile/edits';
import { dockerfileRule } from '../../rule';
import { addsCertificates, copiesBundle } from './certificates';
import { withoutPackage } from './without-package';

export const dhiTlsCertificatesRedundant = dockerfileRule({
  id: 'dhi-tls-certificates-redundant',
  summary: 'TLS certificates need not be brought into a hardened image, which has them.',
  severity: 'hint',
  fix: 'offer',
  messages: {
    package: 'Hardened images have the certificates of the usual authorities, so this package adds nothing.',
    copy: 'Hardened images have the certificates of the usual authorities, so this copy adds nothing.',
  },
  since: '0.1.0',
  about: 'hardened images',
  check({ dockerfile, source, report }) {
    for (const stage of dockerfile.stages) {
      if (stage.base.facts.hardened === undefined || addsCertificates(stage)) continue;
      for (const run of instructionsOf(stage, 'RUN'))
        for (const call of packageCommandsOf(run)) {
          if (!call.manager.install.includes(call.action)) continue;
          const word = call.operands.find(({ value }) =>
            /^ca-certificates(?:-bundle)?(?:[=<>~].*)?$/.test(value),
          );
          if (word === undefined) continue;
          report({
            message: 'package',
            at: word.span,
            offers: [withoutPackage(dockerfile, source, run, call, word)],
          });
        }
      for (const copy of instructionsOf(stage, 'COPY')) {
        if (!copiesBundle(copy)) continue;
        const [first] = copy.sources;
        if (first === undefined) continue;
        report({
          message: 'copy',
          at: first.span,
          offers: [{ title: 'Remove this COPY', edits: [removeInstruction(dockerfile, copy)] }],
        });
      }
    }
  },
});
