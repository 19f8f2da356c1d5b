import { packageName } from '../../shell/package-managers/package-name';
import { type InstalledPackage, type RunInstruction } from '../model';
import { packageCommandsOf } from '../package-commands';

/** Packages that the RUN names. What a requirements file holds, or a variable of the build, is not among them. */
export function packagesOf(instruction: RunInstruction): readonly InstalledPackage[] {
  return packageCommandsOf(instruction).flatMap(({ manager, action, operands }) => {
    if (!manager.install.includes(action)) return [];
    return operands.flatMap((word) => {
      const found = packageName(word, manager);
      return found === undefined
        ? []
        : [{ manager: manager.packagesOf ?? manager.name, ...found, span: word.span, instruction }];
    });
  });
}
