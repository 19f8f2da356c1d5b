import { type YamlNode } from './yaml-node';

/** One image definition: what the catalogue needs of it. */
export interface Definition {
  /** `image/python/debian-13/3.12.yaml`. */
  readonly file: string;
  readonly repository: string;
  readonly variant: 'runtime' | 'dev';
  readonly tags: readonly string[];
  /** `debian13`. */
  readonly system: string;
  /** Names of the packages that are in the image. */
  readonly packages: ReadonlySet<string>;
  readonly artifacts: readonly Artifact[];
  readonly account: DeclaredAccounts;
  readonly platforms: readonly string[];
  readonly entrypoint: readonly string[] | undefined;
  readonly command: readonly string[] | undefined;
  readonly ports: readonly string[] | undefined;
  readonly workdir: string | undefined;
  readonly stopSignal: string | undefined;
  readonly environment: ReadonlyMap<string, string>;
  /** Values that the definition was made from; versions mostly. */
  readonly variables: ReadonlySet<string>;
  readonly endOfLife: string | undefined;
  readonly rootRequired: boolean;
  readonly paths: readonly DeclaredPath[];
  /** Where build steps and downloads put their files. */
  readonly outputs: readonly string[];
  readonly downloads: readonly string[];
}

/** Files that are taken from another image; all of them where nothing is included by name. */
export interface Artifact {
  readonly name: string;
  readonly includes: readonly string[] | undefined;
  readonly excludes: readonly string[];
}

export interface DeclaredAccounts {
  /** A name or a number. */
  readonly runAs: string;
  readonly root: boolean;
  readonly users: readonly { readonly name: string; readonly uid: number; readonly gid: number }[];
  readonly groups: readonly { readonly name: string; readonly gid: number }[];
}

export interface DeclaredPath {
  readonly type: string;
  readonly path: string;
  readonly uid: number | undefined;
}

/** Reads a definition; throws a DefinitionError that names the file and the key of the first fault. */
export function readDefinition(file: string, folder: string, root: YamlNode): Definition {
  const variant = root.at('variant').is('dev') ? 'dev' : 'runtime';
  if (!root.at('variant').is(variant)) root.at('variant').fail('must be runtime or dev');
  if (root.at('image').string() !== `dhi.io/${folder}`) root.at('image').fail(`must be dhi.io/${folder}`);
  const tags = root
    .at('tags')
    .items()
    .map((tag) => tag.string());
  if (tags.length === 0) root.at('tags').fail('must name a tag');
  const contents = root.at('contents');
  return {
    file,
    repository: folder,
    variant,
    tags,
    system: root.at('os-release').at('id').string() + root.at('os-release').at('version-id').string(),
    packages: packagesOf(contents.at('packages')),
    artifacts: contents.at('artifacts').items().map(readArtifact),
    account: readAccounts(root.at('accounts')),
    platforms: texts(root.at('platforms')),
    entrypoint: optional(root.at('entrypoint'), texts),
    command: optional(root.at('cmd'), texts),
    ports: optional(root.at('ports'), texts),
    workdir: optional(root.at('work-dir'), (node) => node.string()),
    stopSignal: optional(root.at('stop-signal'), (node) => node.string()),
    environment: new Map(entries(root.at('environment'))),
    variables: new Set(entries(root.at('vars')).map(([, value]) => value)),
    endOfLife: optional(root.at('dates').at('end-of-life'), readDay),
    rootRequired: root.at('annotations').at('com.docker.dhi.runtime-root-required').is('true'),
    paths: root.at('paths').items().map(readPath),
    outputs: contents
      .at('builds')
      .items()
      .flatMap((build) => build.at('outputs').items())
      .map((output) => output.at('target').string()),
    downloads: contents
      .at('files')
      .items()
      .map((download) => download.at('path').string()),
  };
}

function optional<T>(node: YamlNode, read: (node: YamlNode) => T): T | undefined {
  return node.exists ? read(node) : undefined;
}

function texts(node: YamlNode): readonly string[] {
  return node.items().map((item) => item.text());
}

function entries(node: YamlNode): readonly (readonly [string, string])[] {
  return node.keys().map((key) => [key, node.at(key).text()]);
}

/** `!x` keeps a package out; `x=1.2` holds its version. */
function packagesOf(node: YamlNode): ReadonlySet<string> {
  return new Set(
    texts(node)
      .filter((text) => !text.startsWith('!'))
      .map((text) => text.replace(/[=<>~].*$/, '')),
  );
}

function readArtifact(node: YamlNode): Artifact {
  return {
    name: node.at('name').string(),
    includes: optional(node.at('includes'), texts),
    excludes: texts(node.at('excludes')),
  };
}

function readAccounts(node: YamlNode): DeclaredAccounts {
  return {
    runAs: node.at('run-as').text(),
    root: node.at('root').is(true),
    users: node
      .at('users')
      .items()
      .map((user) => ({
        name: user.at('name').text(),
        uid: user.at('uid').number(),
        gid: user.at('gid').number(),
      })),
    groups: node
      .at('groups')
      .items()
      .map((group) => ({ name: group.at('name').text(), gid: group.at('gid').number() })),
  };
}

function readPath(node: YamlNode): DeclaredPath {
  return {
    type: node.at('type').string(),
    path: node.at('path').string(),
    uid: optional(node.at('uid'), (uid) => uid.number()),
  };
}

function readDay(node: YamlNode): string {
  const day = node.text();
  return /^\d{4}-\d{2}-\d{2}$/.test(day) ? day : node.fail('must be a day as 2028-10-31');
}
