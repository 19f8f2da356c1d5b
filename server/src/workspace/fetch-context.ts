import { HintedPattern } from '../text/hinted-pattern';
import { lowerAscii } from '../text/lower-ascii';
import { composeContext, type ComposeOptions } from './compose-context';
import { ComposeFiles, type ComposeTexts } from './compose-files';
import { type BuildContext, unknownContext } from './context';
import { dockerfileBuilds } from './dockerfile-builds';
import { type FileLanguage, languageOfName } from './file-names';
import { hadolintIgnored } from './hadolint-configuration';
import { type Host } from './host';
import { listAll, type Listing, lists, onceForNames } from './listing';
import { scanContext } from './scan-context';
import { canonical, joinUri, parentOf } from './uri';

export interface FetchOptions extends ComposeOptions {
  /** Looks at all of a Dockerfile's build context, which takes longer: see `copiesFromContext`. */
  readonly withTree?: boolean;
  /** What was parsed before, for other documents or other versions of this one. */
  readonly composeTexts?: ComposeTexts;
}

const copyOfContext = /^[ \t]*(?:copy|add)[ \t](?!.*--from=)/m;
const mountOfContext = new HintedPattern(/--mount=type=bind(?!\S*from=)/, '--mount=type=bind');

/** Whether a Dockerfile seems to take anything from its build context. */
export function copiesFromContext(text: string): boolean {
  const lower = lowerAscii(text);
  return copyOfContext.test(lower) || mountOfContext.test(lower);
}

/** Reads what rules may ask about the surroundings of a document. Never throws; what cannot be read is unknown. */
export async function fetchContext(
  host: Host,
  documentUri: string,
  language: FileLanguage,
  { withTree = false, composeTexts, ...options }: FetchOptions = {},
): Promise<BuildContext> {
  const uri = canonical(documentUri);
  const folder = parentOf(uri);
  if (folder === undefined) return unknownContext;
  const files = new ComposeFiles(host, composeTexts);
  if (language === 'compose') return composeContext(files, uri, folder, options);
  return dockerfileContext(files, uri, folder, { withTree, paths: options.composeFiles });
}

/**
 * The build context of a Dockerfile is what Compose files say that it is, else its own folder. A name that is missing
 * there but stands in a folder above may well be in the context (`docker build -f docker/Dockerfile .`): unknown.
 */
async function dockerfileContext(
  files: ComposeFiles,
  uri: string,
  folder: string,
  { withTree, paths }: { readonly withTree: boolean; readonly paths: readonly string[] | undefined },
): Promise<BuildContext> {
  const { host } = files;
  const { builds, above } = await dockerfileBuilds(files, uri, folder, paths);
  const contexts = [...new Set(builds.map((build) => build.context))];
  const listings = await listAll(host, [folder, ...contexts, ...above]);
  const has = (name: string): boolean | undefined => {
    if (contexts.length > 0) return agreed(contexts.map((context) => lists(listings.get(context), name)));
    const own = lists(listings.get(folder), name);
    return own === false && above.some((place) => lists(listings.get(place), name) === true)
      ? undefined
      : own;
  };
  const place = contexts.length > 0 ? contexts : isContext(listings.get(folder), above) ? [folder] : [];
  const [certain, ...further] = place;
  const tree =
    withTree && certain !== undefined && further.length === 0
      ? await scanContext(host, certain, uri)
      : undefined;
  return {
    has,
    hasIn: (path, name) => lists(listings.get(joinUri(folder, path)), name),
    tree,
    targets: [...new Set(builds.flatMap((build) => build.target ?? []))],
    builds,
    targetPlaces: builds.flatMap((build) => build.targetPlace ?? []),
    namedContexts: [...new Set(builds.flatMap((build) => build.namedContexts))],
    hadolintIgnored: await hadolintIgnored(host, folder, listings.get(folder)),
  };
}

/** What stands at the root of a project, and so, as a rule, of a build context. */
const projectFiles = [
  ...[
    '.dockerignore',
    'package.json',
    'pyproject.toml',
    'requirements.txt',
    'setup.py',
    'Pipfile',
    'uv.lock',
  ],
  ...['go.mod', 'Cargo.toml', 'pom.xml', 'build.gradle', 'build.gradle.kts', 'Gemfile', 'composer.json'],
  ...['mix.exs', 'deno.json', 'Package.swift', 'build.sbt', 'CMakeLists.txt', 'Makefile', '.git'],
];

/**
 * Whether a Dockerfile's own folder is certain to be its context, as nothing says what it is: it is the root of what can be
 * read and holds more than Dockerfiles, or it looks like the root of a project.
 */
function isContext(listing: Listing, above: readonly string[]): boolean {
  if (listing === undefined) return false;
  return above.length === 0
    ? holdsOthers(listing)
    : projectFiles.some((name) => lists(listing, name) === true);
}

const holdsOthers = onceForNames((names: ReadonlySet<string>) =>
  [...names].some((name) => languageOfName(name) === undefined),
);

/** What several build contexts say of one name, `undefined` where they differ. */
function agreed(answers: readonly (boolean | undefined)[]): boolean | undefined {
  const [first, ...others] = answers;
  return others.every((answer) => answer === first) ? first : undefined;
}
