import { type Instruction } from '../../dockerfile/model';
import { type ShellWord } from '../../shell/model';
import { bareName, closureOf, type Closure } from '../packages/libraries';
import { copyOfLibraries } from '../packages/copy-lines';
import { whyUnknown } from '../packages/why-unknown';
import { type HardenedBase } from '../hardened-base';
import { type Shipment } from '../languages/language';
import { type Reason, type Unresolved } from '../plan';
import { type RunFate } from './runs';

/** What the packages of a stage leave behind for what ships. */
export interface SystemLibraries {
  /** Instructions that bring it. */
  readonly lines: readonly string[];
  /** What these do, for the plan; absent where there are none. */
  readonly reason?: Reason;
  readonly unresolved: readonly Unresolved[];
  /** Packages that have to be there, and of which it is not known what belongs to them. */
  readonly missing: readonly string[];
}

/** What packages of the system, installed on the build image, have to leave behind on the runtime image. */
export function systemLibraries(
  { dockerfile }: Shipment,
  fates: ReadonlyMap<Instruction, RunFate>,
  { builder, build, runtime }: { builder: string; build: HardenedBase | undefined; runtime: HardenedBase },
): SystemLibraries {
  const system = build?.listed.system;
  const unresolved: Unresolved[] = [];
  const missing: string[] = [];
  const closures = new Map<string, Closure>();
  for (const { meanings, run } of fates.values()) {
    const unknown: string[] = [];
    for (const { libraries = [], programs = [] } of meanings) {
      for (const name of libraries.map(nameOf)) {
        const closure = closureOf(name, system);
        if (closure === undefined) unknown.push(name);
        else closures.set(name, closure);
      }
      for (const name of programs.map(nameOf)) {
        const closure = closureOf(name, system);
        if (closure === undefined) missing.push(name);
        else closures.set(name, closure);
      }
    }
    if (unknown.length > 0) unresolved.push({ at: run.span, ...unknownLibraries(unknown) });
    const buts = [...new Set(namesOf(meanings).flatMap((name) => closures.get(name)?.but ?? []))];
    if (buts.length > 0) unresolved.push({ at: run.span, text: buts.join(' ') });
  }
  const lines = copyOfLibraries(dockerfile, closures, {
    from: builder,
    repository: runtime.repository,
    system,
  });
  return {
    lines,
    ...(lines.length > 0 && { reason: copied([...closures.keys()], system) }),
    unresolved,
    missing,
  };
}

function copied(names: readonly string[], system = ''): Reason {
  const list = names.map((name) => `\`${name}\``).join(', ');
  return {
    title: `Copy on the files of ${list} that are needed to run`,
    why: `The runtime image has no package manager, so the files come from the builder, which has the same distribution. The list is that of ${system.replace(/^debian/, 'Debian ').replace(/^alpine/, 'Alpine ')}: where the distribution changes, names of libraries do, too.`,
  };
}

function nameOf({ value }: ShellWord): string {
  return bareName(value);
}

function namesOf(meanings: RunFate['meanings']): readonly string[] {
  return meanings.flatMap(({ libraries = [], programs = [] }) => [...libraries, ...programs]).map(nameOf);
}

/** Headers whose library is not known. */
export function unknownLibraries(names: readonly string[]): Pick<Unresolved, 'text' | 'comment'> {
  const list = names.map((name) => `\`${name}\``).join(', ');
  const why = names.flatMap((name) => whyUnknown(name) ?? []).map((reason) => ` ${reason}`);
  return {
    text: `What is compiled against ${list} loads that library when it runs. Which files belong to it is not known here: if something needs it, copy it from the builder, with what it loads itself.${[...new Set(why)].join('')}`,
    comment: `what was compiled with ${names.join(', ')} may need that library at run time: copy it if so.`,
  };
}
