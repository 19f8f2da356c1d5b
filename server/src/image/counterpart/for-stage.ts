import { dataText } from '../catalog/data-file';
import { devTwin } from '../catalog/twins';
import { type ImageReference } from '../reference';
import { counterpartOf } from './counterpart';
import { type Counterpart, type NoCounterpart, type Role } from './model';

type Answer = Counterpart | NoCounterpart | undefined;

/** Answers of the last while: an editor asks about the same few images at every key. */
let answers = new Map<string, Answer>();
let answersFrom = '';
const mostAnswers = 200;

/**
 * The hardened image for a stage, of the same version and distribution for both roles: what is built on the one runs on the
 * other. As counterpartOf otherwise.
 */
export function stageCounterpart(reference: ImageReference, role: Role): Answer {
  const text = dataText('counterparts.jsonl');
  if (answersFrom !== text || answers.size >= mostAnswers) answers = new Map();
  answersFrom = text;
  const key = `${role} ${reference.text}`;
  if (!answers.has(key)) answers.set(key, lookUp(reference, role));
  return answers.get(key);
}

function lookUp(reference: ImageReference, role: Role): Answer {
  const own = counterpartOf(reference, role);
  if (role === 'runtime') return own;
  const runtime = counterpartOf(reference, 'runtime');
  if (runtime === undefined || 'reason' in runtime) return own;
  // The twin of a JRE may be a JRE with a shell, which compiles nothing.
  if (runtime.changes.some(({ kind }) => kind === 'jdk-to-jre')) return own;
  return buildTwin(runtime) ?? own;
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
