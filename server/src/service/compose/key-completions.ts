import { type Place } from '../../rules/compose/schema/specification';
import { anchorsOf } from './anchors';
import { type Completion, type CompletionPlace } from './completion';
import { keyText } from './key-hover';
import { namePlace } from './name-places';
import { namesInReach, undeclaredNames } from './names-in-reach';
import { schemaPlace } from './schema-place';
import { hasTexts, nameText, textOf } from './text-completions';

/** What may stand where a key begins: keys of the specification, names, merges, or the first item of a list. */
export function keysAt(place: CompletionPlace, offset: number): readonly Completion[] {
  const { caret, path } = place;
  const isList = caret.items.size > 0 && caret.keys.size === 0;
  const isMap = caret.keys.size > 0 || caret.flow || caret.hasColon;
  return [
    ...(isMap ? [] : listItems(place)),
    ...(isList ? [] : [...specified(place), ...names(place)]),
    ...(isList || caret.hasColon || path.length < 1 ? [] : merges(place, offset)),
  ];
}

/** Keys that most services have, or should have. */
const usual: readonly string[] = [
  ...[
    'image',
    'build',
    'command',
    'ports',
    'environment',
    'env_file',
    'volumes',
    'networks',
    'depends_on',
    'secrets',
  ],
  ...['user', 'read_only', 'cap_drop', 'security_opt', 'tmpfs', 'healthcheck', 'restart'],
];

function specified(at: CompletionPlace): readonly Completion[] {
  const { caret, path, scene } = at;
  const place = schemaPlace(path);
  const rank = (key: string): number => {
    const index = path.length === 2 && path[0] === 'services' ? usual.indexOf(key) : 0;
    return (index < 0 ? usual.length : index) + (place.child(key).isDeprecated ? 100 : 0);
  };
  return [...new Set(place.keys)]
    .filter((key) => !caret.keys.has(key))
    .sort((a, b) => rank(a) - rank(b))
    .map((key) => {
      const child = place.child(key);
      return {
        label: key,
        kind: 'key',
        documentation: keyText([...path, key]),
        span: caret.span,
        newText: key + behindKey(at, child),
        deprecated: child.isDeprecated,
        goesOn: isBlock(child) || hasTexts(scene, [...path, key]),
      };
    });
}

/** The keys of the long form of an item, where a dash stands already. */
export function itemKeys({ scene, caret, path }: CompletionPlace): readonly Completion[] {
  const item = [...path, '0'];
  return schemaPlace(path).item.keys.map((key) => ({
    label: key,
    kind: 'key',
    documentation: keyText([...item, key]),
    span: caret.span,
    newText: caret.hasColon ? key : `${key}: `,
    goesOn: hasTexts(scene, [...item, key]),
  }));
}

/** Names that are keys: of services to depend on, networks to join, and what is yet to be declared. */
function names(at: CompletionPlace): readonly Completion[] {
  const { scene, caret, path } = at;
  const named = namePlace(path, 'key');
  if (named === undefined) return [];
  const found = named.declares
    ? undeclaredNames(scene, named.thing)
    : namesInReach(scene, named.thing, path[1] ?? '');
  return found
    .filter(({ name }) => !caret.keys.has(name))
    .map(({ name, detail }) => ({
      label: name,
      kind: 'name',
      detail,
      span: caret.span,
      newText: name + behindName(at, name),
      goesOn: path.at(-1) === 'depends_on',
    }));
}

/** A dependency in the long form has to say what it waits for. */
function behindName(at: CompletionPlace, name: string): string {
  const { caret, path } = at;
  if (caret.hasColon) return '';
  if (path.at(-1) !== 'depends_on')
    return path.length === 1 && path[0] === 'services' ? behindKey(at, schemaPlace([...path, name])) : ':';
  return caret.flow ? ': {condition: ' : `:${newLine(at, indentOf(at))}condition: `;
}

/** Where nothing is written yet, a list may begin as well as a map. */
function listItems(at: CompletionPlace): readonly Completion[] {
  const { scene, caret, path } = at;
  const named = namePlace(path, 'item');
  if (named === undefined || caret.quoted) return [];
  return namesInReach(scene, named.thing, path[1] ?? '')
    .filter(({ name }) => !caret.items.has(name))
    .map(({ name, detail }) => {
      const label = `- ${textOf(nameText(name, named), caret, scene)}`;
      return { label, kind: 'name', detail, span: caret.span, newText: label };
    });
}

/** `<<: *name` for the maps that were given a name further up. */
function merges({ scene, caret }: CompletionPlace, offset: number): readonly Completion[] {
  if (caret.keys.has('<<')) return [];
  const anchors = anchorsOf(scene.content.source.text).filter(
    ({ declares, span }) => declares && span.end < offset,
  );
  return [...new Set(anchors.map(({ name }) => name))].map((name) => ({
    label: `<<: *${name}`,
    kind: 'alias',
    detail: 'keys that are merged in',
    span: caret.span,
    newText: `<<: *${name}`,
  }));
}

/** Colon and what comes next: a blank, or a new line for what takes a map or a list only. */
function behindKey(at: CompletionPlace, child: Place): string {
  if (at.caret.hasColon) return '';
  if (at.caret.flow || !isBlock(child)) return ': ';
  if (child.types.includes('object')) return `:${newLine(at, indentOf(at))}`;
  return `:${newLine(at, at.scene.views()[0].style.listIndent)}- `;
}

function isBlock({ types }: Place): boolean {
  return types.length > 0 && types.every((type) => type === 'object' || type === 'array' || type === 'null');
}

function indentOf({ scene }: CompletionPlace): number {
  return scene.views()[0].style.indent;
}

function newLine({ scene, caret }: CompletionPlace, deeper: number): string {
  return scene.views()[0].style.eol + ' '.repeat(caret.column + deeper);
}
