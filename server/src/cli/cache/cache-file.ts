import { promises } from 'node:fs';
import { type FileLanguage } from '../../workspace/file-names';
import { type Finding } from '../../service/finding';
import { type Fault } from '../read-text';
import { writeReport } from '../write-report';
import { digest } from './digest';
import { type Question } from './facts';

/** What is kept of one file. */
export interface Entry {
  /** A digest of all that its findings hang on but the facts. */
  readonly key: string;
  readonly language: FileLanguage;
  readonly findings: readonly Finding[];
  /** Those that comments silence. */
  readonly silenced: readonly Finding[];
  /** Numbers of facts. */
  readonly facts: readonly number[];
}

/** A fact as it is kept: its place is relative to the folder of the cache, with forward slashes. */
export type KeptFact = readonly [question: Question, place: string, answer: string];

export interface Content {
  readonly facts: readonly KeptFact[];
  /** By path, relative to the folder of the cache, with forward slashes. */
  readonly files: Readonly<Record<string, Entry>>;
}

/** The first line of a cache; the second is the content. */
interface Head {
  readonly bulwark: string;
  readonly digest: string;
}

/**
 * Reads what an earlier run has kept; `undefined` where there is nothing, where another program or other dates made it, and
 * where it is not exactly what was written.
 * @param maker what the content hangs on as a whole.
 */
export async function readCache(path: string, maker: string): Promise<Content | undefined> {
  try {
    const [head = '', body = ''] = (await promises.readFile(path, 'utf8')).split('\n', 2);
    const { bulwark, digest: expected } = JSON.parse(head) as Partial<Head>;
    if (bulwark !== maker || expected !== digest(body)) return undefined;
    return JSON.parse(body) as Content;
  } catch {
    return undefined;
  }
}

export function writeCache(path: string, maker: string, content: Content): Promise<Fault | undefined> {
  const body = JSON.stringify(content);
  const head: Head = { bulwark: maker, digest: digest(body) };
  return writeReport(path, `${JSON.stringify(head)}\n${body}\n`);
}
