import { type ShellCommand, type ShellWord } from '../../shell/model';
import { valueOf } from '../../text/known';
import { beforeWildcard, isIn } from '../artefacts/places';
import { environmentOf } from '../command-environment';
import { commandFolder } from '../command-folder';
import { packageCommandsOf } from '../package-commands';
import { resolvePath } from '../paths';
import { type Call } from './model';

/**
 * Whether a command certainly neither changes, moves nor links to anything at the paths, nor puts anything there.
 * Package managers are taken to keep to their own; what they install is for the caller to judge.
 */
export function leavesAlone(call: Call, paths: readonly string[]): boolean {
  const { command } = call;
  const { name, program, args } = command;
  if (program === undefined || HARMLESS.has(name)) return true;
  if (packageCommandsOf(call.run).some(({ written }) => written === command)) return true;
  if (/^python[\d.]*$/.test(name)) return isHarmlessPython(args);
  if (/^(?:curl|wget)$/.test(name)) return command.pipeline === undefined || getsUv(args);
  if (/^(?:ba|da)?sh$/.test(name)) return pipedUv(command);
  if (!ON_PATHS.has(name) || command.wrappers.some((wrapper) => wrapper.name === 'xargs')) return false;
  return args.every((word) => word.value.startsWith('-') || isElsewhere(word, call, paths));
}

/** What changes no files, or none but those that the build makes beside an environment. */
const HARMLESS = new Set([
  ...[
    '',
    ':',
    '[',
    'addgroup',
    'adduser',
    'apt-mark',
    'cat',
    'cd',
    'chgrp',
    'chmod',
    'chown',
    'date',
    'echo',
  ],
  ...[
    'env',
    'exit',
    'export',
    'false',
    'getent',
    'groupadd',
    'groupmod',
    'head',
    'hostname',
    'id',
    'ldconfig',
  ],
  ...['ls', 'locale-gen', 'mkdir', 'node', 'printf', 'pwd', 'set', 'setcap', 'sleep', 'sort', 'stat', 'tail'],
  ...[
    'test',
    'touch',
    'true',
    'umask',
    'uname',
    'unset',
    'update-ca-certificates',
    'update-locale',
    'useradd',
  ],
  ...[
    'usermod',
    'which',
    'whoami',
    'wc',
    'grep',
    'dpkg-query',
    'git',
    'uv',
    'uvx',
    'npm',
    'npx',
    'yarn',
    'pnpm',
  ],
]);

/** What changes files at the paths that its words name. */
const ON_PATHS = new Set([
  'rm',
  'rmdir',
  'cp',
  'mv',
  'ln',
  'sed',
  'find',
  'install',
  'strip',
  'unlink',
  'truncate',
]);

/** `python -m compileall`, `python manage.py`, `python --version`; any other program of Python may do anything. */
function isHarmlessPython(args: readonly ShellWord[]): boolean {
  const [first] = args;
  return first?.literal === true && /^(?:-m|-V|--version|(?:.*\/)?manage\.py)$/.test(first.value);
}

const UV_INSTALLER = /\/\/(?:astral\.sh\/uv|github\.com\/astral-sh\/uv)\//;

function getsUv(args: readonly ShellWord[]): boolean {
  return args.some(({ value }) => UV_INSTALLER.test(value));
}

/** `curl … https://astral.sh/uv/install.sh | sh` puts uv into a folder of the user's. */
function pipedUv({ pipeline, args }: ShellCommand): boolean {
  return args.length === 0 && pipeline?.commands.some((each) => getsUv(each.args)) === true;
}

function isElsewhere(word: ShellWord, call: Call, paths: readonly string[]): boolean {
  const text = withVariables(word, call);
  if (text === undefined || /[`~{$]/.test(text)) return false;
  // Scripts and patterns among the words (`s/a/b/`, `*.pyc`) read as paths that are nowhere near.
  const { stage, run, command } = call;
  const path = valueOf(resolvePath(beforeWildcard(text).path, commandFolder(stage, run, command)));
  return path !== undefined && !paths.some((each) => isIn(each, path) || isIn(path, each));
}

/** The word with the variables put in that ENV, ARG or the script set; absent where one of them is not known. */
function withVariables(
  { value, variables, raw }: ShellWord,
  { stage, run, command }: Call,
): string | undefined {
  if (variables.length === 0) return value;
  if (raw.includes("'")) return undefined;
  const values = new Map(
    variables.map((name) => [name, valueOf(environmentOf(stage, run, command, name))] as const),
  );
  if ([...values.values()].includes(undefined)) return undefined;
  return value.replace(
    /\$(?:(\w+)|\{(\w+)\})/g,
    (whole, plain?: string, braced?: string) => values.get(plain ?? braced ?? '') ?? whole,
  );
}
