import { hasFlag } from '../../../shell/flags';
import { type Call, type Shipment } from '../language';

/** Folders of the original Python's own packages, and some that pip is told to fill. */
const foreign =
  /site-packages|dist-packages|^\/usr\/local(?:\/bin|\/lib(?:\/python[\d.]*)?)?\/?$|^\/(?:root|home\/\w+)\/\.local|^\/(?:install|deps|dependencies|pip-packages)\/?$/;

/** A folder of packages that is no environment, which another Python, kept at another place, would not find; absent where there is none. */
export function foreignFolder({ stage }: Shipment, installs: readonly Call[]): string | undefined {
  const told = installs.find(({ command }) => hasFlag(command, '--target', '-t', '--prefix', '--root'));
  if (told !== undefined)
    return told.command.args.find(({ value }) => value.startsWith('/'))?.value ?? 'a folder of its own';
  return stage.uses
    .flatMap(({ instruction }) => (instruction.keyword === 'COPY' ? instruction.sources : []))
    .map(({ text }) => text)
    .find((text) => foreign.test(text));
}
