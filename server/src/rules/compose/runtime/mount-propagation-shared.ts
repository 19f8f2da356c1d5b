import { type Volume } from '../../../compose/field';
import { type Compose, type Service } from '../../../compose/model';
import { replaceScalar } from '../../../compose/scalar-edits';
import { scalarOf } from '../../../compose/value';
import { replace } from '../../../text/edit';
import { valueOf } from '../../../text/known';
import { type Span } from '../../../text/span';
import { composeRule, type Fix } from '../../rule';
import { fixOf, markedTexts, sharedBy } from '../marked';

/** The word that lets mounts out of the container, and where it stands. */
interface Propagation {
  readonly word: string;
  readonly at: Span;
  readonly volume: Volume;
  /** Whether the span holds just the word. */
  readonly exact: boolean;
}

/** @see https://docs.docker.com/engine/storage/bind-mounts/#configure-bind-propagation */
export const mountPropagationShared = composeRule({
  id: 'mount-propagation-shared',
  summary: 'What a container mounts must not appear on the host.',
  severity: 'info',
  fix: 'offer',
  messages: {
    base: 'With {word} what the container mounts below this path appears on the host and in other containers; {slave} lets mounts in, and none out.',
  },
  sameAs: { composeLint: ['CL-0017'] },
  since: '0.1.0',
  check({ compose, report }) {
    for (const { what, services } of markedTexts(compose, shared, ({ at }) => at)) {
      const slave = what.word.replace('shared', 'slave');
      report({
        message: 'base',
        at: what.at,
        data: { word: what.word, slave },
        offers: [close(compose, what, slave, services)],
      });
    }
  },
});

function shared(service: Service): readonly Propagation[] {
  return service.volumes.flatMap((volume) => {
    const { value } = volume;
    if (value.kind === 'map') {
      const bind = value.get('bind')?.value;
      const scalar = bind?.kind === 'map' ? scalarOf(bind.get('propagation')?.value) : undefined;
      const word = scalar && valueOf(scalar.resolved);
      return scalar !== undefined && isShared(word)
        ? { word, at: scalar.span, volume, exact: scalar.text === word }
        : [];
    }
    const word = volume.modes.find(isShared);
    if (word === undefined || value.kind !== 'scalar') return [];
    const at = value.text.search(new RegExp(`(?<=[:,])${word}(?=,|$)`));
    if (value.textStart === undefined || at < 0) return { word, at: value.span, volume, exact: false };
    const start = value.textStart + at;
    return { word, at: { start, end: start + word.length }, volume, exact: true };
  });
}

function isShared(word: string | undefined): word is string {
  return word === 'shared' || word === 'rshared';
}

function close(
  compose: Compose,
  { at, volume, exact }: Propagation,
  slave: string,
  services: readonly Service[],
): Fix | undefined {
  if (!exact) return undefined;
  const { value } = volume;
  const bind = value.kind === 'map' ? value.get('bind')?.value : undefined;
  const scalar = bind?.kind === 'map' ? scalarOf(bind.get('propagation')?.value) : undefined;
  const edit = scalar === undefined ? replace(at, slave) : replaceScalar(scalar, slave, compose.style);
  return fixOf(`Use ${slave}`, [edit], sharedBy(services));
}
