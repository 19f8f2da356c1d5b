import { dataText } from '../catalog/data-file';
import { devTwin } from '../catalog/twins';
import { keptWith } from '../kept';
import { type ImageReference } from '../reference';
import { counterpartOf } from './counterpart';
import { type Counterpart, type NoCounterpart, type Role } from './model';

type Answer = Counterpart | NoCounterpart | undefined;

/**
 * The hardened image for a stage, of the same version and distribution for both roles: what is built on the one runs on the
 * other. As counterpartOf otherwise.
 */
export function stageCounterpart(reference: ImageReference, role: Role): Answer {
  const data = dataText('counterparts.jsonl');
  return role === 'runtime' ? runtimeIn(reference, data) : buildIn(reference, data);
}

/** Those of one state of the data. */
const runtimeIn = keptWith<string, Answer>((reference) => counterpartOf(reference, 'runtime'));
const buildIn = keptWith<string, Answer>(
  (reference, data) => twinOf(runtimeIn(reference, data)) ?? counterpartOf(reference, 'build'),
);

/** The twin of a JRE may be a JRE with a shell, which compiles nothing. */
function twinOf(runtime: Answer): Counterpart | undefined {
  if (runtime === undefined || 'reason' in runtime) return undefined;
  return runtime.changes.some(({ kind }) => kind === 'jdk-to-jre') ? undefined : buildTwin(runtime);
}

/** The image to build with for one that runs: of the same version and distribution. Absent where the catalogue lists none. */
export function buildTwin<Of extends Pick<Counterpart, 'repository' | 'tag' | 'changes'>>(
  runtime: Of,
): (Of & Pick<Counterpart, 'reference' | 'listed'>) | undefined {
  const twin = devTwin(runtime.repository, runtime.tag);
  if (twin === undefined || 'missing' in twin || twin.listed === undefined) return undefined;
  return {
    ...runtime,
    tag: twin.tag,
    reference: `dhi.io/${runtime.repository}:${twin.tag}`,
    listed: twin.listed,
    // What only the runtime image leaves out is here.
    changes: runtime.changes.filter(({ kind }) => kind !== 'jdk-to-jre' && kind !== 'sdk-to-runtime'),
  };
}
