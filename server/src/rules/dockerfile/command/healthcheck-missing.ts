import { standsOnAny } from '../../../dockerfile/chain';
import { dockerfileRule } from '../../rule';

export const healthcheckMissing = dockerfileRule({
  id: 'healthcheck-missing',
  summary: 'An image must say how its health is checked.',
  severity: 'off',
  strict: 'info',
  fix: 'none',
  messages: {
    base: 'Nothing tells Docker whether the program still answers: a container that hangs counts as running. HEALTHCHECK NONE says that this is meant.',
  },
  sameAs: { hadolint: ['DL3057'], trivy: ['DS-0026'], checkov: ['CKV_DOCKER_2'] },
  since: '0.1.0',
  check({ dockerfile, report }) {
    for (const stage of dockerfile.targets) {
      if (stage.effective('HEALTHCHECK') !== undefined || standsOnAny(stage, dockerfile.targets)) continue;
      // What starts nothing is for others to stand on.
      if (stage.effective('CMD') === undefined && stage.effective('ENTRYPOINT') === undefined) continue;
      // An image of which nothing is known may bring a check; one without a shell needs a program made for it.
      if (stage.base.facts.shell.state !== 'known') continue;
      report({ message: 'base', at: stage.base.span });
    }
  },
});
