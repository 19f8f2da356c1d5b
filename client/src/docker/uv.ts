/** What uv is asked to do by a container. */
export type UvTask = 'init' | 'add' | 'venv' | 'sync' | 'tool' | 'uvx';

export interface UvRun {
  readonly task: UvTask;
  /** A hardened image of uv, which starts uv. */
  readonly image: string;
  /** The project's folder on this machine, as its own programs spell it. */
  readonly folder: string;
  /** Who the files belong to, `1000:1000`; absent where the engine sees to it (Windows, macOS). */
  readonly account?: string | undefined;
  /** What the person adds: names of packages or tools, options. */
  readonly words: readonly string[];
}

/**
 * Runs uv on a folder. The folder stands in the container where it stands outside, because an environment holds paths; Python,
 * which the image has not, and tools are kept below `.uv`, as anywhere else they would go with the container.
 * @returns undefined where the folder's name cannot stand in `--volume`.
 * @see https://docs.astral.sh/uv/reference/environment/
 */
export function uvThroughDocker({
  task,
  image,
  folder,
  account,
  words,
}: UvRun): readonly string[] | undefined {
  const inside = insideOf(folder);
  if (inside === undefined) return undefined;
  const variable = (name: string, path: string): readonly string[] => ['--env', `${name}=${inside}/${path}`];
  return [
    ...['docker', 'run', '--rm', '-it'],
    ...(task === 'uvx' ? ['--entrypoint', 'uvx'] : []),
    ...(account === undefined ? [] : ['--user', account]),
    ...['--env', 'HOME=/tmp'],
    ...variable('UV_PYTHON_INSTALL_DIR', '.uv/python'),
    ...(task === 'tool'
      ? [...variable('UV_TOOL_DIR', '.uv/tools'), ...variable('UV_TOOL_BIN_DIR', '.uv/bin')]
      : []),
    ...['--volume', `${folder}:${inside}`, '--workdir', inside],
    image,
    ...subcommand[task],
    ...words,
  ];
}

const subcommand: Readonly<Record<UvTask, readonly string[]>> = {
  init: ['init'],
  // The lock file is all that the project wants of it here.
  add: ['add', '--no-sync'],
  venv: ['venv'],
  sync: ['sync', '--locked'],
  tool: ['tool', 'install'],
  uvx: [],
};

/** `/workspace` for what no Linux container can have. A colon would divide the parts of `--volume`. */
function insideOf(folder: string): string | undefined {
  if (/^[A-Za-z]:[\\/][^:]*$/.test(folder)) return '/workspace';
  return /^\/[^:]*$/.test(folder) ? folder : undefined;
}
