import { type ShellWord } from './model';

/** What tells one word from another; words of a shell and items of a list have it alike. */
export type RunWord = Pick<ShellWord, 'value' | 'span'>;

/** `docker run [OPTIONS] IMAGE [COMMAND] [ARG…]`. */
export interface ContainerRun<Word extends RunWord> {
  readonly image: Word;
  /** The value of `--entrypoint`. */
  readonly entrypoint: string | undefined;
  /** What stands behind the image: the engine hands it to the program. */
  readonly args: readonly Word[];
}

const engines = new Set(['docker', 'podman', 'nerdctl']);

/** Whether a program of this name runs containers as `docker` does. */
export function isEngine(name: string): boolean {
  return engines.has(name);
}

/** https://docs.docker.com/reference/cli/docker/container/run/ */
const switches = new Set([
  ...['--detach', '--init', '--interactive', '--no-healthcheck', '--oom-kill-disable', '--privileged'],
  ...[
    '--publish-all',
    '--quiet',
    '--read-only',
    '--replace',
    '--rm',
    '--sig-proxy',
    '--tty',
    '--use-api-socket',
  ],
]);
const valued = new Set([
  ...[
    '--add-host',
    '--annotation',
    '--cap-add',
    '--cap-drop',
    '--cgroupns',
    '--cpus',
    '--cpuset-cpus',
    '--device',
  ],
  ...[
    '--dns',
    '--entrypoint',
    '--env',
    '--env-file',
    '--expose',
    '--gpus',
    '--group-add',
    '--hostname',
    '--ipc',
  ],
  ...['--label', '--log-driver', '--log-opt', '--memory', '--mount', '--name', '--network', '--net', '--pid'],
  ...[
    '--pids-limit',
    '--platform',
    '--publish',
    '--pull',
    '--restart',
    '--runtime',
    '--security-opt',
    '--shm-size',
  ],
  ...['--stop-signal', '--stop-timeout', '--sysctl', '--tmpfs', '--ulimit', '--user', '--userns', '--uts'],
  ...['--volume', '--volumes-from', '--workdir', '--cidfile'],
]);

/** Reads the words of a call, the program first; absent where it is none, or has an option that is not known here. */
export function containerRun<Word extends RunWord>(words: readonly Word[]): ContainerRun<Word> | undefined {
  const program = words[0]?.value.replace(/^.*\//, '') ?? '';
  const verbAt = words[1]?.value === 'container' ? 2 : 1;
  if (!isEngine(program) || !/^(?:run|create)$/.test(words[verbAt]?.value ?? '')) return undefined;
  let entrypoint: string | undefined;
  for (let at = verbAt + 1; at < words.length; at++) {
    const word = words[at];
    if (word === undefined) break;
    if (!word.value.startsWith('-')) return { image: word, entrypoint, args: words.slice(at + 1) };
    const taken = optionLength(word.value);
    if (taken === undefined) return undefined;
    if (word.value === '--entrypoint') entrypoint = words[at + 1]?.value;
    else if (word.value.startsWith('--entrypoint=')) entrypoint = word.value.slice('--entrypoint='.length);
    at += taken - 1;
  }
  return undefined;
}

/** How many words an option of `run` takes, its value included; absent where it is not known. */
function optionLength(option: string): number | undefined {
  const [name = ''] = option.split('=');
  if (switches.has(name)) return 1;
  if (valued.has(name)) return name === option ? 2 : 1;
  const [, letters, last] = /^-([ditPq]*)([acehlmpuvw]?)$/.exec(option) ?? [];
  if (letters !== undefined && last !== undefined) return last === '' ? 1 : 2;
  return /^-[acehlmpuvw]./.test(option) ? 1 : undefined;
}

/** `host:/in/container`, with modes behind it; what the host's path is made of does not matter. */
const volume = /:\/[^:]*(?::[\w,]+)?$/;

/**
 * The words right behind an image that are options of `run` and were meant to stand before it: from a volume or a mount
 * on, as long as options follow. None where it may be the program's own.
 */
export function optionsAfterImage<Word extends RunWord>(args: readonly Word[]): readonly Word[] {
  const found: Word[] = [];
  let isCertain = false;
  for (let at = 0; at < args.length;) {
    const option = args[at];
    const length = option?.value.startsWith('-') === true ? optionLength(option.value) : undefined;
    if (option === undefined || length === undefined || at + length > args.length) break;
    const value = length === 2 ? (args[at + 1]?.value ?? '') : option.value;
    const isVolume = /^(?:-v|--volume)(?:=|$)/.test(option.value) && volume.test(value);
    const isMount =
      /^--mount(?:=|$)/.test(option.value) && /(?:^|[=,])type=(?:bind|volume|tmpfs|image)\b/.test(value);
    if (isVolume || isMount) isCertain = true;
    found.push(...args.slice(at, at + length));
    at += length;
  }
  return isCertain ? found : [];
}
