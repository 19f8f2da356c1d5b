import { readFileSync } from 'node:fs';
import { expandSnippet, type Expanded } from './snippet-expand';

export interface Snippet {
  readonly file: string;
  /** The key in the file: what the completion list shows. */
  readonly name: string;
  readonly prefix: string;
  readonly description: string;
  readonly body: readonly string[];
  readonly expanded: Expanded;
}

export type SnippetFile = 'dockerfile' | 'compose' | 'shellscript';

export const snippetFiles: readonly SnippetFile[] = ['dockerfile', 'compose', 'shellscript'];

export function snippetsOf(file: SnippetFile): readonly Snippet[] {
  const path = `snippets/${file}.json`;
  const raw = JSON.parse(readFileSync(path, 'utf8')) as Record<
    string,
    { readonly prefix: string; readonly description: string; readonly body: readonly string[] }
  >;
  return Object.entries(raw).map(([name, { prefix, description, body }]) => ({
    file: path,
    name,
    prefix,
    description,
    body,
    expanded: expandSnippet(body),
  }));
}
