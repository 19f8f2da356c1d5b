import { type Definition } from './definition';
import { DefinitionError } from './yaml-node';

const usualPath = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';
/** Longer values say nothing that anybody would look at. */
const longest = 200;

/**
 * ENV, by name. `null` stands for a value that changes with every update, is very long, or is made of other variables;
 * `$PATH` for the usual path. DEBIAN_FRONTEND is left out: it is the same wherever it is set.
 */
export function environmentOf({ file, environment, variables }: Definition): Record<string, string | null> {
  const kept = [...environment].filter(([name]) => name !== 'DEBIAN_FRONTEND');
  const frontend = environment.get('DEBIAN_FRONTEND') ?? 'noninteractive';
  if (frontend !== 'noninteractive')
    throw new DefinitionError(file, 'environment.DEBIAN_FRONTEND', 'is expected to be noninteractive');
  return Object.fromEntries(
    kept
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, value]) => [name, isOfUse(name, value, variables) ? shortened(name, value) : null]),
  );
}

function isOfUse(name: string, value: string, variables: ReadonlySet<string>): boolean {
  if (shortened(name, value).length > longest || value.includes('${')) return false;
  if (!/^v?\d[\w.+~:-]*$/.test(value)) return true;
  const isVersion =
    /(?:VERSION|COMMIT|SHA256|_SHA|RELEASE|REVISION|CHECKSUM)$/.test(name) || /^v?\d+\.\d+\.\d+/.test(value);
  return !isVersion && !variables.has(value);
}

function shortened(name: string, value: string): string {
  if (name !== 'PATH') return value;
  if (value === usualPath) return '$PATH';
  return value.endsWith(`:${usualPath}`) ? `${value.slice(0, -usualPath.length)}$PATH` : value;
}
