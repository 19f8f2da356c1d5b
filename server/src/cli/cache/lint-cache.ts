import { existsSync } from 'node:fs';
import { basename, dirname, relative, resolve, sep } from 'node:path';
import { URI } from 'vscode-uri';
import { lastEnd } from '../../image/end-of-life';
import { type Settings } from '../../service/settings';
import { Source } from '../../text/source';
import { shownPath } from '../find-files';
import { type Outcome, type Prepared } from '../lane';
import { type Fault } from '../read-text';
import { type Content, type Entry, type KeptFact, readCache, writeCache } from './cache-file';
import { digest } from './digest';
import { type Fact, FactNotes } from './facts';
import { programDigest } from './program';

/** What earlier runs have found. A finding counts as long as everything that was asked to find it is as it was. */
export interface LintCache {
  /** What would come of an input; `undefined` where it has to be checked. */
  find(prepared: Prepared): Promise<Outcome | undefined>;
  /** Takes in what came of an input that was looked for. */
  keep(path: string, outcome: Outcome): void;
  /** Writes what has changed. */
  write(): Promise<Fault | undefined>;
}

/**
 * @param file absolute.
 * @param program absolute path of the folder with all that the program is made of; absent where it has none of its own.
 * @param today as `2026-01-31`.
 */
export async function openCache(
  file: string,
  cwd: string,
  program: string | undefined,
  today: string,
): Promise<LintCache> {
  const maker = digest(program === undefined ? '' : programDigest(program), lastEnd(today));
  const before = await readCache(file, maker);
  const known = before ?? { facts: [], files: {} };
  const root = dirname(file);
  const notes = new FactNotes(basename(file));
  const keys = new Map<string, string>();
  const fresh = new Map<string, Fresh>();
  const placeOf = (path: string): string => relative(root, path).split(sep).join('/');

  async function holds(entry: Entry, { surroundings }: Prepared): Promise<boolean> {
    for (const number of entry.facts) {
      const [question, place, answer] = known.facts[number] ?? [];
      if (question === undefined || place === undefined || answer === undefined) return false;
      const uri = URI.file(resolve(root, place)).toString();
      if (!(await notes.holds(surroundings.host, { question, uri, answer }))) return false;
    }
    return true;
  }

  return {
    async find(prepared) {
      const { input, file: text, language, settings, complaints, warnings } = prepared;
      const place = placeOf(input.path);
      const key = digest(language, settingsDigest(settings), text.text);
      keys.set(place, key);
      const entry = Object.hasOwn(known.files, place) ? known.files[place] : undefined;
      if (entry?.key !== key || !(await holds(entry, prepared))) return undefined;
      return {
        report: {
          path: shownPath(input.path, cwd),
          language,
          source: new Source(text.text),
          findings: entry.findings,
          excused: entry.silenced.map((finding) => ({ finding, by: 'comment' })),
          repaired: 0,
          isChecked: settings.enable,
        },
        complaints,
        warnings,
      };
    },
    keep(path, { report, facts }) {
      const place = placeOf(path);
      const key = keys.get(place);
      if (report === undefined || facts === undefined || key === undefined) return;
      const { language, findings, excused } = report;
      const silenced = excused.map(({ finding }) => finding);
      fresh.set(place, { entry: { key, language, findings, silenced }, facts });
    },
    async write() {
      const isGone = (place: string): boolean => !keys.has(place) && !existsSync(resolve(root, place));
      const old = Object.entries(known.files).filter(([place]) => !fresh.has(place) && !isGone(place));
      if (before !== undefined && fresh.size === 0 && old.length === Object.keys(known.files).length)
        return undefined;
      return writeCache(file, maker, contentOf(known, old, fresh, placeOf));
    },
  };
}

/** An entry of this run. */
interface Fresh {
  readonly entry: Omit<Entry, 'facts'>;
  readonly facts: readonly Fact[];
}

function contentOf(
  known: Content,
  old: readonly (readonly [place: string, entry: Entry])[],
  fresh: ReadonlyMap<string, Fresh>,
  placeOf: (path: string) => string,
): Content {
  const facts = new Map<string, { readonly number: number; readonly fact: KeptFact }>();
  const numberOf = (fact: KeptFact): number => {
    const key = fact.join(' ');
    const present = facts.get(key) ?? { number: facts.size, fact };
    facts.set(key, present);
    return present.number;
  };
  const files = old.map(([place, entry]): [string, Entry] => {
    const own = entry.facts.map((number) => known.facts[number]).filter((fact) => fact !== undefined);
    return [place, { ...entry, facts: own.map(numberOf) }];
  });
  for (const [place, { entry, facts: own }] of fresh) {
    const kept = own.map(({ question, uri, answer }): KeptFact => {
      return [question, placeOf(URI.parse(uri).fsPath), answer];
    });
    files.push([place, { ...entry, facts: kept.map(numberOf) }]);
  }
  return { facts: [...facts.values()].map(({ fact }) => fact), files: Object.fromEntries(files) };
}

const digests = new WeakMap<Settings, string>();

/** Settings that have not changed are the same object. */
function settingsDigest(settings: Settings): string {
  const before = digests.get(settings);
  if (before !== undefined) return before;
  const fresh = digest(JSON.stringify(settings));
  digests.set(settings, fresh);
  return fresh;
}
