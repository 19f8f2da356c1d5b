import { type Edit, insert, replace } from '../text/edit';
import { type Span } from '../text/span';
import { insertIntoMap, insertPairs, type NewPairs } from './insertion';
import { type Compose, type Service } from './model';
import { removeEntry, removeItem, textOf } from './removal';
import { type NewScalar, type NewValue, renderBlock, renderFlow, renderScalar } from './render';
import { replaceScalar, scalarLike } from './scalar-edits';
import { columnOf } from './style';
import { type Entry, type ListValue, type ScalarValue, type Value } from './value';

/*
 * Changes of services. What several services share through an anchor or `extends` is changed where it is written only when
 * the change is meant for every service that has it; else each service that it is meant for gets a value of its own, which
 * wins over the shared one. All answer undefined where the change cannot be made without touching something else.
 */
export type Edits = readonly Edit[] | undefined;

/** Adds keys that the service does not write itself, after its last one. A merged value of a key is overridden. */
export function addToService(compose: Compose, service: Service, pairs: NewPairs): Edits {
  return insertIntoMap(compose, service.declaration, pairs);
}

/** Adds a top-level entry, such as a service or a secret, to its section; the section is made where there is none. */
export function addDeclaration(compose: Compose, section: string, name: string, value: NewValue): Edits {
  // What is below a fault may belong to something else than it seems.
  if (compose.errors.length > 0) return undefined;
  const present = compose.topLevel(section).at(-1);
  if (present !== undefined) return insertIntoMap(compose, present, { [name]: value });
  const root = compose.documents.at(-1)?.root;
  return root && insertPairs(compose, root, { [section]: { map: { [name]: value } } });
}

/** Writes a key of the service itself: the value is replaced where the service has its own, else the key is added. */
export function setInService(compose: Compose, service: Service, key: string, value: NewValue): Edits {
  return carriedOut(compose, service, planKey(compose, service, key, value));
}

/** Adds an item to a list key of the service; the list is made where there is none. */
export function addItem(compose: Compose, service: Service, key: string, item: NewScalar): Edits {
  return carriedOut(compose, service, planItems(compose, service, key, [item]));
}

/** Something that a service is to have: a key of its own, or items of a list that it may have already. */
export type Addition =
  | { readonly key: string; readonly value: NewValue }
  | { readonly key: string; readonly items: readonly NewScalar[] };

/** Adds all of it together. Keys that are new come after the service's last one, in the order given. */
export function addAll(compose: Compose, service: Service, additions: readonly Addition[]): Edits {
  const edits: Edit[] = [];
  let pairs: NewPairs = {};
  for (const addition of additions) {
    const plan =
      'items' in addition
        ? planItems(compose, service, addition.key, addition.items)
        : planKey(compose, service, addition.key, addition.value);
    if (plan === undefined) return undefined;
    edits.push(...plan.edits);
    pairs = { ...pairs, ...plan.pairs };
  }
  return carriedOut(compose, service, { edits, pairs });
}

/** How something gets into a service: by edits of what stands there, by keys that the service gets, or by both. */
interface Plan {
  readonly edits: readonly Edit[];
  readonly pairs: NewPairs;
}

function carriedOut(compose: Compose, service: Service, plan: Plan | undefined): Edits {
  if (plan === undefined || Object.keys(plan.pairs).length === 0) return plan?.edits;
  const added = addToService(compose, service, plan.pairs);
  return added && [...plan.edits, ...added];
}

function planKey(compose: Compose, service: Service, key: string, value: NewValue): Plan | undefined {
  if (!compose.isOwn(service.declaration.keySpan)) return undefined;
  const own = ownEntry(service, key);
  if (own === undefined) return { edits: [], pairs: { [key]: value } };
  const { source, style } = compose;
  const between = source.text.slice(own.keySpan.end, textOf(own.value, own.span).start);
  if (between.includes('&') || between.includes('#')) return undefined;
  const indent = ' '.repeat(columnOf(source, own.keySpan.start));
  const text = own.inFlow ? renderFlow(key, value, style) : renderBlock(key, value, indent, style);
  return { edits: [replace({ start: own.keySpan.start, end: own.span.end }, text)], pairs: {} };
}

function planItems(
  compose: Compose,
  service: Service,
  key: string,
  items: readonly NewScalar[],
): Plan | undefined {
  const entries = service.entries(key);
  const strongest = entries.at(-1);
  // What a stronger file sets anew is not added to.
  if (strongest?.value.tag === '!override' && !compose.isOwn(strongest.span)) return undefined;
  const entry = entries.findLast(({ value }) => compose.isOwn(value.span));
  if (entry?.value.kind === 'list' && onlyFor(compose, [service], entry.value)) {
    const edits = appendToList(compose, entry.value, items);
    return edits && { edits, pairs: {} };
  }
  if (entry === undefined || entry.origin.kind === 'extends') return planKey(compose, service, key, items);
  const list = rewritten(compose, entry.value, () => 'keep', items);
  return list === undefined ? undefined : planKey(compose, service, key, list);
}

/** Takes an item out of a list key of services; the key goes with the last item. */
export function removeFromList(
  compose: Compose,
  services: readonly Service[],
  key: string,
  item: Value,
): Edits {
  return change(compose, services, key, item, (entry, list) => {
    const edit =
      list.items.length === 1 ? removeEntry(compose.source, entry) : removeItem(compose.source, list, item);
    return edit && [edit];
  });
}

/** Replaces the text of an item of a list key of services; its quotes stay. */
export function replaceInList(
  compose: Compose,
  services: readonly Service[],
  key: string,
  item: ScalarValue,
  text: string,
): Edits {
  const raw = scalarLike(item, text, compose.style);
  return change(compose, services, key, item, () => [replaceScalar(item, text, compose.style)], { raw });
}

/** Takes a key out of services. @param neutral what overrides the shared value; `!reset null` where nothing is given. */
export function removeKey(
  compose: Compose,
  services: readonly Service[],
  entry: Entry,
  neutral: NewValue = { raw: '!reset null' },
): Edits {
  const isAlias = entry.value.origin.kind === 'alias' && entry.origin.kind !== 'alias';
  if (onlyFor(compose, services, entry.value) && !isAlias) {
    const edit = removeEntry(compose.source, entry);
    if (edit !== undefined) return [edit];
  }
  return forEach(services, (service) =>
    ownEntry(service, entry.key) === undefined || entry.origin.kind !== 'own'
      ? setInService(compose, service, entry.key, neutral)
      : removeOwn(compose, service, entry.key),
  );
}

function removeOwn(compose: Compose, service: Service, key: string): Edits {
  const own = ownEntry(service, key);
  const edit = own && removeEntry(compose.source, own);
  return edit && [edit];
}

/** Changes an item in place where that is right, else rewrites the list in each service without or with the new item. */
function change(
  compose: Compose,
  services: readonly Service[],
  key: string,
  item: Value,
  inPlace: (entry: Entry, list: ListValue) => Edits,
  substitute?: { readonly raw: string },
): Edits {
  if (onlyFor(compose, services, item)) {
    const [first] = services;
    const entry = first === undefined ? undefined : holder(first, key, item);
    const edits = entry?.value.kind === 'list' ? inPlace(entry, entry.value) : undefined;
    if (edits !== undefined) return edits;
  }
  // What is appended to a list of another file cannot be taken out of it from here.
  if (!compose.isOwn(item.span)) return undefined;
  return forEach(services, (service) => {
    const entry = holder(service, key, item);
    if (entry === undefined) return undefined;
    const list = rewritten(compose, entry.value, (other) => (sameText(other, item) ? substitute : 'keep'));
    return list === undefined ? undefined : setInService(compose, service, key, list);
  });
}

/** The edits of every service, each only once; undefined where one cannot be changed. */
function forEach(services: readonly Service[], edit: (service: Service) => Edits): Edits {
  const all: Edit[] = [];
  for (const service of services) {
    const edits = edit(service);
    if (edits === undefined) return undefined;
    all.push(...edits);
  }
  return all;
}

/** Whether every service that has this text is among those that the change is meant for. */
function onlyFor(compose: Compose, services: readonly Service[], value: Value): boolean {
  return compose.usersOf(value).every((user) => services.includes(user));
}

/** The entry whose list has the item, in the layer that it comes from. */
function holder(service: Service, key: string, item: Value): Entry | undefined {
  return service
    .entries(key)
    .find(({ value }) => value.kind === 'list' && value.items.some((other) => sameText(other, item)));
}

/** The key as the service's own map writes it. */
function ownEntry(service: Service, key: string): Entry | undefined {
  if (service.declaration.value.origin.kind !== 'own') return undefined;
  return service.map?.ownEntries.find((entry) => entry.key === key);
}

function sameText(a: { readonly span: Span }, b: { readonly span: Span }): boolean {
  return a.span.start === b.span.start && a.span.end === b.span.end;
}

/**
 * A list written anew, brackets or dashes as before: each item is kept as it stands, replaced, or left out. Undefined where
 * an item cannot be copied.
 */
function rewritten(
  compose: Compose,
  list: Value,
  choose: (item: Value) => 'keep' | { readonly raw: string } | undefined,
  added: readonly NewScalar[] = [],
): NewValue | undefined {
  if (list.kind !== 'list' || !compose.isOwn(list.span)) return undefined;
  const items: NewScalar[] = [];
  for (const item of list.items) {
    const choice = choose(item);
    const raw = compose.source.slice(item.span);
    if (choice === 'keep' && (raw.includes('\n') || (item.kind !== 'scalar' && !item.flow))) return undefined;
    if (choice !== undefined) items.push(choice === 'keep' ? { raw } : choice);
  }
  items.push(...added);
  return list.flow
    ? { raw: `[${items.map((item) => renderScalar(item, compose.style)).join(', ')}]` }
    : items;
}

/** Adds items to a list in its place. */
export function appendToList(compose: Compose, list: ListValue, items: readonly NewScalar[]): Edits {
  const { source, style } = compose;
  if (!compose.isOwn(list.span)) return undefined;
  const texts = items.map((item) => renderScalar(item, style));
  const last = list.items.at(-1);
  if (last === undefined) return [replace(list.span, `[${texts.join(', ')}]`)];
  const { end } = textOf(last, list.span);
  if (end > list.span.end) return undefined;
  if (list.flow) return [insert(end, texts.map((text) => `, ${text}`).join(''))];
  const indent = ' '.repeat(columnOf(source, list.span.start));
  const lines = texts.map((text) => `${style.eol}${indent}- ${text}`).join('');
  return [insert(source.lineSpan(source.lineAt(end)).end, lines)];
}
