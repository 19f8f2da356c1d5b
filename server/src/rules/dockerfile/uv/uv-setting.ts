import { environmentOf, isOn } from '../../../dockerfile/command-environment';
import { hasFlag } from '../../../shell/flags';
import { isSetByImage } from './image-environment';
import { type UvCall } from '../../../dockerfile/uv/uv-calls';
import { ownPart } from '../../../dockerfile/uv/uv-project';

/** What can turn a setting of uv on and off. */
export interface UvSetting {
  readonly on: readonly string[];
  readonly off?: readonly string[];
  /** Variables that turn it on. */
  readonly variables: readonly string[];
}

/**
 * Whether a call is told a setting: by a flag, else by a variable (its own, exported before it, ENV in force there), else
 * perhaps by a settings file that the stage gets. `off` is said, `untold` is not: neither the file nor the image says a word.
 */
export function toldOf(call: UvCall, { on, off = [], variables }: UvSetting): Told {
  const { stage, run, command } = call;
  const own = ownPart(call);
  if (hasFlag(own, ...on)) return 'on';
  if (off.length > 0 && hasFlag(own, ...off)) return 'off';
  // `uv sync $UV_FLAGS` may hold any of them.
  if (own.args.some(({ value, literal }) => !literal && /^["']?\$/.test(value))) return 'unknown';
  let told: Told = 'untold';
  for (const name of variables) {
    const value = environmentOf(stage, run, command, name);
    if (value.state === 'absent') {
      if (isSetByImage(stage, name) !== false) told = 'unknown';
      continue;
    }
    const switched = isOn(value);
    if (switched === true) return 'on';
    told = switched === undefined || told === 'unknown' ? 'unknown' : 'off';
  }
  return told;
}

export type Told = 'on' | 'off' | 'untold' | 'unknown';

/** https://docs.astral.sh/uv/reference/cli/#uv-sync--compile-bytecode */
export const COMPILE_BYTECODE: UvSetting = {
  on: ['--compile-bytecode', '--compile'],
  off: ['--no-compile-bytecode', '--no-compile'],
  variables: ['UV_COMPILE_BYTECODE'],
};

/** https://docs.astral.sh/uv/concepts/projects/sync/#syncing-development-dependencies */
export const NO_DEV: UvSetting = {
  on: ['--no-dev', '--no-default-groups', '--only-group'],
  off: ['--dev', '--only-dev', '--all-groups'],
  variables: ['UV_NO_DEV', 'UV_NO_DEFAULT_GROUPS'],
};

/** https://docs.astral.sh/uv/pip/environments/#using-arbitrary-python-environments */
export const SYSTEM_PYTHON: UvSetting = {
  on: ['--system'],
  off: ['--no-system'],
  variables: ['UV_SYSTEM_PYTHON'],
};
