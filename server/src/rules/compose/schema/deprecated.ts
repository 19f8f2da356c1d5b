import { type Compose } from '../../../compose/model';
import { renderScalar } from '../../../compose/render';
import { columnOf } from '../../../compose/style';
import { type Entry, scalarOf } from '../../../compose/value';
import { replace } from '../../../text/edit';
import { type Fix } from '../../rule';
import { fixOf } from '../marked';
import { Place } from './specification';

/** A key that the specification calls deprecated. The top-level `version` has a rule of its own. */
export interface DeprecatedKey {
  readonly place: string;
  readonly entry: Entry;
  readonly fix: Fix | undefined;
}

const sections = ['networks', 'volumes', 'secrets', 'configs'] as const;

/** The keys below `external` that are deprecated. */
export function deprecatedKeys(compose: Compose): readonly DeprecatedKey[] {
  return sections.flatMap((section) =>
    compose.declared(section).flatMap((declaration) => {
      if (declaration.value.kind !== 'map') return [];
      const external = declaration.value.get('external');
      if (external?.value.kind !== 'map') return [];
      const place = Place.at([section, declaration.key, 'external']);
      return external.value.entries
        .filter(({ key }) => place.child(key).isDeprecated)
        .map((entry) => ({ place: 'external', entry, fix: moveName(compose, declaration, external) }));
    }),
  );
}

/** `external: {name: n}` becomes `external: true` with `name: n` beside it. */
function moveName(compose: Compose, declaration: Entry, external: Entry): Fix | undefined {
  const { source, style } = compose;
  if (declaration.value.kind !== 'map' || external.value.kind !== 'map') return undefined;
  if (declaration.value.get('name') !== undefined || external.inFlow) return undefined;
  if (external.origin.kind !== 'own' || external.value.origin.kind !== 'own') return undefined;
  const [only, ...others] = external.value.ownEntries;
  const name = scalarOf(only?.value);
  if (only?.key !== 'name' || others.length > 0 || name === undefined || name.style === 'block')
    return undefined;
  if (source.slice(external.span).includes('#')) return undefined;
  const indent = ' '.repeat(columnOf(source, external.keySpan.start));
  const written = renderScalar({ raw: source.slice(name.span) }, style);
  const text = `external: true${style.eol}${indent}name: ${written}`;
  return fixOf('Write external: true and name', [replace(external.span, text)]);
}
