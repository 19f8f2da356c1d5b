import { type Dockerfile } from '../../../dockerfile/model';
import { HintedPattern } from '../../../text/hinted-pattern';
import { type ContextTree } from '../../../workspace/context-tree';
import { readDockerignore } from '../../../workspace/dockerignore';
import { contextSources } from './context-copies';

/** What one language leaves in a folder that an image does not need. */
interface Leftovers {
  /** Names of files that show that the language is used, and a form that further ones have. */
  readonly seenBy: readonly string[];
  readonly seenByForm?: HintedPattern;
  readonly lines: readonly string[];
}

/** A new language is one entry. */
const languages: readonly Leftovers[] = [
  {
    seenBy: ['pyproject.toml', 'setup.py', 'setup.cfg', 'Pipfile', 'uv.lock', 'poetry.lock'],
    seenByForm: new HintedPattern(/^requirements.*\.txt$/, 'requirements'),
    lines: [
      '**/.venv',
      '**/venv',
      '**/__pycache__',
      '**/*.py[cod]',
      '**/.pytest_cache',
      '**/.mypy_cache',
      '**/.ruff_cache',
    ],
  },
  {
    seenBy: ['package.json', 'deno.json', 'deno.jsonc', 'bun.lock', 'bun.lockb'],
    lines: ['**/node_modules', '**/npm-debug.log*', '**/.eslintcache'],
  },
  { seenBy: ['Cargo.toml'], lines: ['**/target'] },
  { seenBy: ['go.mod'], lines: ['**/*.test', '**/*.out'] },
  { seenBy: ['pom.xml', 'mvnw'], lines: ['**/target'] },
  { seenBy: ['build.gradle', 'build.gradle.kts', 'gradlew'], lines: ['**/.gradle', '**/build'] },
  { seenBy: ['Gemfile'], lines: ['.bundle', 'log/*', 'tmp/*'] },
  {
    seenBy: [],
    seenByForm: new HintedPattern(/^[\w.-]+\.(?:csproj|fsproj|sln)$/, 'proj', 'sln'),
    lines: ['**/bin', '**/obj', '**/.vs'],
  },
  { seenBy: ['mix.exs'], lines: ['_build', 'deps'] },
];

/** Secrets, history, and what only the build itself is about. */
const always: readonly string[] = ['.git', '**/.env', '**/.env.*', '!**/.env.example', '.vscode', '.idea'];
const aboutTheBuild: readonly string[] = [
  '.dockerignore',
  'Dockerfile*',
  'compose*.y*ml',
  'docker-compose*.y*ml',
];

/** The lines of a new .dockerignore for what the context holds; nothing that the file copies by its name is left out. */
export function linesFor(dockerfile: Dockerfile, { entries }: ContextTree): readonly string[] {
  const roots = entries.map(({ path }) => path).filter((path) => !path.includes('/'));
  const own = languages
    .filter(({ seenBy, seenByForm }) =>
      roots.some((name) => seenBy.includes(name) || seenByForm?.test(name) === true),
    )
    .flatMap(({ lines }) => lines);
  const copied = contextSources(dockerfile).flatMap(({ path, isPattern }) =>
    isPattern || path === '' ? [] : path,
  );
  return [...new Set([...always, ...own, ...aboutTheBuild])].filter((line) => {
    const rules = readDockerignore(line);
    return copied.every((path) => rules.ignores(path) === false);
  });
}
