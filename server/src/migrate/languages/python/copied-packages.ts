import { isIn, join } from '../../../dockerfile/artefacts/places';
import { rootBase } from '../../../dockerfile/artefacts/root-image';
import { chainOf } from '../../../dockerfile/chain';
import { type CopyInstruction, type Stage } from '../../../dockerfile/model';
import { resolvePath } from '../../../dockerfile/paths';
import { venvsIn } from '../../../dockerfile/venv/placed';
import { commandsOf, instructionsOf } from '../../../dockerfile/walk';
import { known, valueOf } from '../../../text/known';
import { basePair, type HardenedBase } from '../../hardened-base';
import { meaningOf } from '../../commands';
import { type Call, type Shipment } from '../language';
import { installsOf, roleOf, toldFolder } from './installs';

/** Packages that another stage installed without an environment, and that what ships copies from it. */
export interface CopiedPackages {
  readonly from: Stage;
  readonly installs: readonly [Call, ...Call[]];
  /** The instructions that copy them, and nothing else. */
  readonly copies: readonly [CopyInstruction, ...CopyInstruction[]];
  /** Folders that they arrive in. */
  readonly targets: readonly string[];
}

/** Folders of the original Python: https://github.com/docker-library/python (`--prefix` is `/usr/local`) */
const ofSystem =
  /^\/usr\/local(?:\/?|\/bin(?:\/[\w.*-]+)?|\/lib(?:\/python[\d.*]+(?:\/(?:site|dist)-packages(?:\/.*)?)?)?)\/?$/;
const ofUser = /^\/(?:root|home\/[\w-]+)\/\.local(?:\/.*)?$/;

/**
 * Reads COPYs that bring packages which are in no environment. Absent where there are none; what cannot be moved into an
 * environment is named by its folder.
 */
export function copiedPackages(
  shipment: Shipment,
  runtime: HardenedBase,
): CopiedPackages | { readonly stuck: string } | undefined {
  const { stage, dockerfile } = shipment;
  const found = shipment.chain.flatMap((each) =>
    instructionsOf(each, 'COPY').flatMap((copy) => {
      const from = copy.from?.stage;
      const installs = from === undefined ? [] : chainOf(from).toReversed().flatMap(installsOf);
      const sources = copy.sources.map(({ text }) => text.replace(/^["']|["']$/g, ''));
      const are = sources.map((source) => isOfPackages(source, copy, installs, shipment));
      return from === undefined || !are.includes(true)
        ? []
        : [{ copy, from, installs, source: sources[are.indexOf(true)] ?? '', all: !are.includes(false) }];
    }),
  );
  const [first] = found;
  if (first === undefined) return undefined;
  const stuck = { stuck: first.source };
  const { from, installs } = first;
  const [install, ...others] = installs;
  const copies = found.map(({ copy }) => copy);
  const targets = copies.map(({ destinationPath }) => valueOf(destinationPath));
  const isWide = found.some(({ copy }) =>
    copy.sources.some(({ text }) => /^\/usr\/local(?:\/(?:bin|lib))?\/?$/.test(text)),
  );
  if (
    install === undefined ||
    found.some(
      (each) => each.from !== from || !each.all || each.copy.stage !== stage || each.copy.json !== undefined,
    ) ||
    targets.includes(undefined) ||
    dockerfile.ships(from) ||
    venvsIn(dockerfile, from).length > 0 ||
    !hasSamePython(from, runtime) ||
    (isWide && bringsMore(from)) ||
    shipment.calls.some((call) => roleOf(call.command) !== undefined || isBehind(call, first.copy, runtime))
  )
    return stuck;
  return {
    from,
    installs: [install, ...others],
    copies: [first.copy, ...copies.slice(1)],
    targets: targets.flatMap((target) => target ?? []),
  };
}

function isOfPackages(
  source: string,
  { destinationPath, from }: CopyInstruction,
  installs: readonly Call[],
  { stage }: Shipment,
): boolean {
  if (/^\/usr\/local\/bin\/./.test(source))
    return installs.length > 0 && !isBroughtOtherwise(source, from?.stage);
  if (ofSystem.test(source) || ofUser.test(source) || /\/(?:site|dist)-packages(?:\/|$)/.test(source))
    return true;
  const target = valueOf(destinationPath);
  const folder = valueOf(resolvePath(source, known('/')));
  const isTold = installs.some((call) => isIn(folder ?? source, toldFolder(call) ?? '\0'));
  return isTold && !(target !== undefined && isOnPythonPath(stage, target));
}

/** Whether a program among those of packages comes from somewhere else: its path, or that of its folder, is named there. */
function isBroughtOtherwise(source: string, from: Stage | undefined): boolean {
  return (
    from !== undefined &&
    chainOf(from).some(({ instructions }) =>
      instructions.some(
        ({ text: { text } }) => text.includes(source) || /\/usr\/local\/bin\/?(?=\s|$)/.test(text),
      ),
    )
  );
}

/** Whether Python looks into the folder wherever it is kept: https://docs.python.org/3/using/cmdline.html#envvar-PYTHONPATH */
export function isOnPythonPath(stage: Stage, folder: string): boolean {
  const path = valueOf(stage.final.variable('PYTHONPATH'));
  return path?.split(':').includes(folder) === true;
}

/** Whether the stage will have the Python of what ships. */
function hasSamePython(from: Stage, runtime: HardenedBase): boolean {
  const { image, facts } = rootBase(from);
  const listed =
    facts.hardened?.repository === 'python'
      ? facts.hardened.listed
      : image && basePair(image).build?.repository === 'python'
        ? basePair(image).build?.listed
        : undefined;
  return listed?.version === runtime.listed.version;
}

/** Whether something else than pip writes below `/usr/local`. */
function bringsMore(from: Stage): boolean {
  return chainOf(from).some(
    (stage) =>
      instructionsOf(stage, ['COPY', 'ADD']).some(
        ({ destinationPath }) => valueOf(destinationPath)?.startsWith('/usr/local') !== false,
      ) ||
      instructionsOf(stage, 'RUN').some(
        (run) =>
          run.script?.complete !== true ||
          commandsOf(run).some(
            (command) =>
              roleOf(command) === undefined && command.args.some(({ value }) => value.includes('/usr/local')),
          ),
      ),
  );
}

/** Whether a command that stays in a builder runs behind the COPY, so that the COPY has to move there. */
function isBehind(call: Call, copy: CopyInstruction, runtime: HardenedBase): boolean {
  if (call.stage !== copy.stage || call.run.index < copy.index) return false;
  const role = meaningOf(call, runtime)?.role;
  return role !== 'drop' && role !== 'helper';
}

/** Folders with programs of the packages, as they were called before. */
export function programFolders(targets: readonly string[]): readonly string[] {
  return targets.flatMap((target) => (target.endsWith('/bin') ? [target] : [target, join(target, 'bin')]));
}
