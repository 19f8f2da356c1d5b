import { anchorsOf } from './anchors';
import { type Caret, caretAt, pathOf } from './caret';
import { type Completion } from './completion';
import { itemKeys, keysAt } from './key-completions';
import { schemaPath } from './schema-place';
import { type ComposeScene } from './scene';
import { textsAt } from './text-completions';

/** What may stand at an offset. Images are proposed elsewhere: see `images/completions.ts`. */
export function composeCompletions(scene: ComposeScene, offset: number): readonly Completion[] {
  const caret = caretAt(scene.content, offset);
  if (caret === undefined) return [];
  if (caret.typed.startsWith('*') && !caret.quoted) return aliases(scene, caret, offset);
  const path = schemaPath(scene.content, caret.steps);
  if (path === undefined) return [];
  const place = { scene, caret, path };
  if (caret.kind === 'key') return keysAt(place, offset);
  const texts = textsAt(place, caret.kind);
  return caret.kind === 'item' && !caret.quoted && !caret.flow ? [...texts, ...itemKeys(place)] : texts;
}

/** What was given a name further up. */
function aliases({ content }: ComposeScene, { span, steps }: Caret, offset: number): readonly Completion[] {
  const names = anchorsOf(content.source.text)
    .filter(({ declares, span: at }) => declares && at.end < offset)
    .map(({ name }) => name);
  const detail = pathOf(steps).includes('<<') ? 'keys that are merged in' : 'value of an anchor';
  return [...new Set(names)].map((name) => {
    const label = `*${name}`;
    return { label, kind: 'alias', detail, span, newText: label };
  });
}
