import { type Span } from '../../text/span';
import { caretAt } from './caret';
import { referencePage } from './reference-page';
import { schemaPath, schemaPlace } from './schema-place';
import { type ComposeScene } from './scene';

export interface KeyHover {
  readonly span: Span;
  readonly markdown: string;
}

/** What the specification says of the key at an offset. */
export function keyHover({ content }: Pick<ComposeScene, 'content'>, offset: number): KeyHover | undefined {
  const caret = caretAt(content, offset);
  if (caret?.kind !== 'key' || !caret.hasColon) return undefined;
  const key = content.source.slice(caret.span);
  const holder = schemaPath(content, caret.steps);
  if (holder === undefined || key === '') return undefined;
  const path = [...holder, key];
  const place = schemaPlace(path);
  if (!place.named) return undefined;
  const markdown = keyText(path);
  return markdown === undefined ? undefined : { span: caret.span, markdown: `**\`${key}\`** · ${markdown}` };
}

/** Description, kinds of value, and where more is said; undefined where the specification says nothing. */
export function keyText(path: readonly string[]): string | undefined {
  const { description, types, choices, isDeprecated } = schemaPlace(path);
  if (description === undefined && types.length === 0) return undefined;
  const kinds = [...new Set(types)].filter((type) => type !== 'null').map(kindName);
  const page = referencePage(path);
  return [
    [kinds.join(' or '), isDeprecated ? '_deprecated_' : ''].filter((part) => part !== '').join(' · '),
    description === undefined ? '' : sentence(description),
    choices.length === 0 ? '' : choices.map((choice) => `\`${choice}\``).join(', '),
    page === undefined ? '' : `[Compose file reference](${page})`,
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function kindName(type: string): string {
  if (type === 'array') return 'list';
  return type === 'object' ? 'map' : type;
}

function sentence(text: string): string {
  const first = text.slice(0, 1).toUpperCase() + text.slice(1);
  return /[.!?]$/.test(first) ? first : `${first}.`;
}
