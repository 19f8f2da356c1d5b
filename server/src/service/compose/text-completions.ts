import { quoted } from '../../compose/render';
import { type Caret } from './caret';
import { type Completion, type CompletionPlace } from './completion';
import { knownValues } from './known-values';
import { namePlace, type NamePlace } from './name-places';
import { namesInReach } from './names-in-reach';
import { schemaPlace } from './schema-place';
import { type ComposeScene } from './scene';

/** What may stand as a value or an item: names, listed values, `true` and `false`. */
export function textsAt(
  { scene, caret, path }: CompletionPlace,
  kind: 'item' | 'value',
): readonly Completion[] {
  const schema = kind === 'item' ? schemaPlace(path).item : schemaPlace(path);
  const named = namePlace(path, kind);
  const names = named === undefined ? [] : namesInReach(scene, named.thing, path[1] ?? '');
  const values = [...schema.choices, ...knownValues(path, kind)];
  const { span } = caret;
  const word = scene.content.source.slice(span);
  return [
    ...names
      // A profile is declared by its use: also by the one that is being written.
      .filter(({ name }) => !caret.items.has(name) && (named?.thing !== 'profile' || name !== word))
      .map(({ name, detail }): Completion => {
        const label = nameText(name, named);
        return { label, kind: 'name', detail, span, newText: textOf(label, caret, scene) };
      }),
    ...values
      .filter((value) => !caret.items.has(value))
      .map((value): Completion => ({
        label: value,
        kind: 'value',
        span,
        newText: textOf(value, caret, scene),
      })),
    ...(kind === 'value' && isTruth(schema.types) ? ['true', 'false'] : []).map((value): Completion => ({
      label: value,
      kind: 'value',
      span,
      newText: value,
    })),
  ];
}

/** Whether something is proposed as the value of a key. */
export function hasTexts(scene: ComposeScene, path: readonly string[]): boolean {
  const named = namePlace(path, 'value');
  if (named !== undefined && namesInReach(scene, named.thing, path[1] ?? '').length > 0) return true;
  const { types, choices } = schemaPlace(path);
  return choices.length > 0 || isTruth(types) || knownValues(path, 'value').length > 0;
}

/** A name as the place takes it: `service:db` for a network mode, `data:` in front of a mount's target. */
export function nameText(name: string, place: NamePlace | undefined): string {
  if (place?.form === 'prefixed') return `service:${name}`;
  return place?.form === 'first' && place.thing === 'volumes' ? `${name}:` : name;
}

/** A text as it has to be written for YAML to read it as one. */
export function textOf(text: string, { quoted: isQuoted }: Caret, scene: ComposeScene): string {
  const isOther = /^(?:y|yes|n|no|on|off|true|false|null|~|[-+]?[\d._]+(?:e\d+)?)$/i.test(text);
  return isOther && !isQuoted ? quoted(text, scene.views()[0].style.quote) : text;
}

/** What may be a number as well is no choice between two. */
function isTruth(types: readonly string[]): boolean {
  return types.includes('boolean') && !types.includes('number') && !types.includes('integer');
}
