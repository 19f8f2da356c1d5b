import { type Dockerfile } from '../dockerfile/model';
import { instructionsOf } from '../dockerfile/walk';
import { type BuildContext } from '../workspace/context';
import { type Reading } from './languages/language';
import { type NewFile } from './plan';

/** Names that no image needs. */
const general = [
  '.git',
  '.github',
  '.vscode',
  '.idea',
  'Dockerfile*',
  'compose*.y*ml',
  'docker-compose*.y*ml',
  '.env',
  '.env.*',
];

/** A `.dockerignore` where there is none and the file copies whole folders. */
export function ignoreFile(
  dockerfile: Dockerfile,
  { tree }: BuildContext,
  readings: readonly Reading[],
): NewFile | undefined {
  const file = tree?.dockerignore;
  if (tree === undefined || file === undefined || file.exists) return undefined;
  const sources = instructionsOf(dockerfile, ['COPY', 'ADD'])
    .filter(({ from, flags }) => from === undefined && !flags.some(({ name }) => name === 'from'))
    .flatMap((copy) => copy.sources.map(({ text }) => text.replace(/^\.\//, '').replace(/\/$/, '')));
  if (!sources.some((source) => source === '.' || source === '')) return undefined;
  const names = [...new Set([...general, ...readings.flatMap(({ ignore = [] }) => ignore)])].filter(
    (name) => !sources.some((source) => source === name || source.startsWith(`${name}/`)),
  );
  return {
    uri: file.uri,
    path: '.dockerignore',
    text: `${names.join('\n')}\n`,
    title: 'Leave out of the build context what no image needs',
    why: 'There is no `.dockerignore`, so `COPY .` takes everything: the history of git, local environments, files with secrets. They make the image larger, and whoever can pull it can read them.',
    confirm: 'If the program reads one of these files from the image, take its line out.',
  };
}
