import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseDockerfile } from '../../server/src/dockerfile/parse';
import { migrate } from '../../server/src/migrate/migrate';
import { type Plan, type Refusal } from '../../server/src/migrate/plan';
import { planText } from '../../server/src/migrate/plan-text';
import { applyEdits } from '../../server/src/text/edit';
import { Source } from '../../server/src/text/source';
import { contextOf, type Surroundings } from '../support/context';

export const fixturesFolder = fileURLToPath(new URL('fixtures/', import.meta.url));

/** A Dockerfile with the files of its build context, and what is to become of it. */
export interface Fixture {
  /** `python/requirements`. */
  readonly name: string;
  readonly folder: string;
  readonly text: string;
  readonly around: Surroundings;
}

/** Files of a fixture that are not part of its build context. */
const expectations = new Set(['expected.Dockerfile', 'plan.md']);

export function fixtures(): readonly Fixture[] {
  return readdirSync(fixturesFolder).flatMap((language) =>
    readdirSync(join(fixturesFolder, language)).map((name) => readFixture(`${language}/${name}`)),
  );
}

function readFixture(name: string): Fixture {
  const folder = join(fixturesFolder, name);
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    );
  const files = paths.filter((path) => !expectations.has(path) && path !== '.dockerignore');
  const read = (path: string): string => readFileSync(join(folder, path), 'utf8');
  return {
    name,
    folder,
    text: read('Dockerfile'),
    around: {
      files,
      texts: Object.fromEntries(files.map((path) => [path, read(path)])),
      dockerignore: existsSync(join(folder, '.dockerignore')) ? read('.dockerignore') : undefined,
    },
  };
}

export function migrated(text: string, around: Surroundings): Plan | Refusal {
  const { targets = [] } = around;
  return migrate(parseDockerfile(text, { shippedTargets: targets }), contextOf(around));
}

/** The file after all steps; absent where nothing is changed. */
export function outputOf(text: string, result: Plan | Refusal): string | undefined {
  if (result.kind === 'refusal' || result.steps.length === 0) return undefined;
  return applyEdits(
    text,
    result.steps.flatMap(({ edits }) => edits),
  );
}

/** The plan as the command line prints it, with the text of new files. */
export function planOf(text: string, result: Plan | Refusal): string {
  const files = result.kind === 'plan' ? result.newFiles : [];
  return [
    planText(result, new Source(text)),
    ...files.map(({ path, text: content }) => `\n\`${path}\`:\n\n\`\`\`\n${content}\`\`\`\n`),
  ].join('');
}
