import assert from 'node:assert/strict';
import { type Compose, type Service } from '../../server/src/compose/model';
import { viewsOf } from '../../server/src/compose/views';
import { fetchContext } from '../../server/src/workspace/fetch-context';
import { memoryHost } from './memory-host';

/** Texts by their paths in the folder `file:///w`. */
export type ProjectTexts = Readonly<Record<string, string>>;

export function hostOf(texts: ProjectTexts): ReturnType<typeof memoryHost> {
  return memoryHost(
    Object.fromEntries(Object.entries(texts).map(([path, text]) => [`file:///w/${path}`, text])),
  );
}

/** The document as each of its projects sees it. */
export async function viewsIn(
  texts: ProjectTexts,
  path: string,
  composeFiles: readonly string[] = [],
): Promise<readonly Compose[]> {
  const { compose } = await fetchContext(hostOf(texts), `file:///w/${path}`, 'compose', { composeFiles });
  assert.ok(compose, `${path} was not read`);
  return viewsOf(compose);
}

/** The only view of `compose.yaml`. */
export async function projectOf(texts: ProjectTexts, path = 'compose.yaml'): Promise<Compose> {
  const [view, ...others] = await viewsIn(texts, path);
  assert.ok(view);
  assert.deepEqual(others, []);
  return view;
}

export async function serviceOf(texts: ProjectTexts, name = 'web'): Promise<Service> {
  const service = (await projectOf(texts)).service(name);
  assert.ok(service, `no service ${name}`);
  return service;
}

/** A text and the file that it stands in: `compose.yaml: "nginx"`. */
export function placeIn(compose: Compose, value: { readonly span: { start: number; end: number } }): string {
  const { uri, source, span } = compose.placeOf(value.span);
  return `${uri.replace('file:///w/', '')}: ${source.slice(span)}`;
}
