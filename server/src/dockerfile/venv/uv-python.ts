import { flagValue, hasFlag } from '../../shell/flags';
import { known, UNKNOWN, valueOf, type Known } from '../../text/known';
import { environmentOf, isOn } from '../command-environment';
import { uvCallsUpTo, type UvCall } from '../uv/uv-calls';
import { managedFolder } from './managed';
import { type VenvPython } from './model';
import { pythonNamed } from './python-module';
import { pythonsIn } from './pythons';

/**
 * The Pythons that uv may take for an environment, the likeliest first; none where that cannot be told. Without a word
 * uv takes one of its own that is there, then one of the system, and downloads one where neither is there or fits the
 * project, which may ask for another version than the image has.
 * @see https://docs.astral.sh/uv/concepts/python-versions/#discovery-of-python-versions
 */
export function pythonsForUv(call: UvCall): readonly VenvPython[] {
  const asked = request(call);
  const preference = preferenceOf(call);
  const downloads = mayDownload(call);
  const pythons = pythonsIn(call.stage, call.run);
  if (
    asked.state === 'unknown' ||
    preference === undefined ||
    downloads === undefined ||
    pythons === undefined
  )
    return [];
  const name = valueOf(asked) ?? '';
  const version = /^(?:python|cpython-?)?(3\.\d+)/.exec(name)?.[1];
  const managed = {
    managed: true,
    folder: managedFolder(call),
    version: version === undefined ? UNKNOWN : known(version),
  };
  if (preference === 'only-managed') return name.startsWith('/') ? [] : [managed];
  const system = pythonNamed(name, pythons);
  if (system === undefined || name.startsWith('/') || preference === 'only-system') return system ?? [];
  if (hasOwn(call)) return preference === 'managed' ? [managed, ...system] : [...system, managed];
  if (system.length === 0) return downloads ? [managed] : [];
  // Where nothing is asked for, the project may need another version than the image has.
  return downloads && version === undefined ? [...system, managed] : system;
}

/** Whether a Python of uv's own was installed before. */
function hasOwn({ stage, run }: UvCall): boolean {
  return uvCallsUpTo(stage).some(
    ({ verb, run: { index } }) => verb === 'python install' && index <= run.index,
  );
}

/** The Python that is asked for by a flag or a variable; absent where none is. */
function request({ stage, run, command }: UvCall): Known<string> {
  const flag = flagValue(command, '-p', '--python');
  if (flag !== undefined) return flag.literal ? known(flag.value) : UNKNOWN;
  return environmentOf(stage, run, command, 'UV_PYTHON');
}

type Preference = 'only-managed' | 'managed' | 'system' | 'only-system';

/** https://docs.astral.sh/uv/reference/settings/#python-preference */
function preferenceOf({ stage, run, command }: UvCall): Preference | undefined {
  if (hasFlag(command, '--managed-python')) return 'only-managed';
  if (hasFlag(command, '--no-managed-python')) return 'only-system';
  const flag = flagValue(command, '--python-preference');
  const value =
    flag === undefined ? environmentOf(stage, run, command, 'UV_PYTHON_PREFERENCE') : known(flag.value);
  const [only, none] = ['UV_MANAGED_PYTHON', 'UV_NO_MANAGED_PYTHON'].map((name) =>
    isOn(environmentOf(stage, run, command, name)),
  );
  if (only === undefined || none === undefined || value.state === 'unknown') return undefined;
  if (only) return 'only-managed';
  if (none) return 'only-system';
  const word = valueOf(value) ?? 'managed';
  return /^(?:only-managed|managed|system|only-system)$/.test(word) ? (word as Preference) : undefined;
}

/** https://docs.astral.sh/uv/reference/settings/#python-downloads */
function mayDownload({ stage, run, command }: UvCall): boolean | undefined {
  if (hasFlag(command, '--no-python-downloads')) return false;
  const value = environmentOf(stage, run, command, 'UV_PYTHON_DOWNLOADS');
  if (value.state === 'unknown') return undefined;
  return value.state === 'absent' || !/^(?:never|manual|0|false|no|off|f|n)$/i.test(value.value);
}
