import { type Stage } from '../../../dockerfile/model';
import { replace } from '../../../text/edit';
import { dockerfileRule } from '../../rule';

export const stageNameDuplicate = dockerfileRule({
  id: 'stage-name-duplicate',
  summary: 'Stages must have different names.',
  severity: 'warning',
  fix: 'offer',
  messages: {
    base: 'An earlier stage is called "{name}" too. The file builds, but `--from` and `--target` reach only one of them.',
  },
  sameAs: {
    hadolint: ['DL3024'],
    buildkit: ['DuplicateStageName'],
    trivy: ['DS-0012'],
    checkov: ['CKV_DOCKER_11'],
  },
  since: '0.1.0',
  check({ dockerfile, report }) {
    const first = new Map<string, Stage>();
    for (const stage of dockerfile.stages) {
      const { name, nameSpan } = stage;
      if (name === undefined || nameSpan === undefined) continue;
      const other = first.get(name.toLowerCase());
      if (other === undefined) {
        first.set(name.toLowerCase(), stage);
        continue;
      }
      const free = freeName(name, dockerfile.stages);
      report({
        message: 'base',
        at: nameSpan,
        data: { name },
        // Uses of the name may mean either stage, so only a name that nobody uses can be changed without a doubt.
        offers: dockerfile.stages.some((each) => uses(each, stage, other))
          ? []
          : [{ title: `Rename to "${free}"`, edits: [replace(nameSpan, free)] }],
        related: other.nameSpan ? [{ at: other.nameSpan, text: 'The first stage of this name' }] : [],
      });
    }
  },
});

function uses({ base, uses: sources }: Stage, ...stages: readonly Stage[]): boolean {
  return [base.stage, ...sources.map(({ stage }) => stage)].some(
    (used) => used !== undefined && stages.includes(used),
  );
}

function freeName(name: string, stages: readonly Stage[]): string {
  const taken = new Set(stages.map((stage) => stage.name?.toLowerCase()));
  let number = 2;
  while (taken.has(`${name.toLowerCase()}-${number}`)) number++;
  return `${name}-${number}`;
}
