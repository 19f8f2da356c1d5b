import { searchPath } from '../../../dockerfile/search-path';
import { projectVenv } from '../../../dockerfile/uv/uv-project';
import { uvCommand } from '../../../dockerfile/uv/uv-command';
import { venvsIn } from '../../../dockerfile/venv/placed';
import { type ShellCommand } from '../../../shell/model';
import { isUvImage } from '../../../image/uv';
import { valueOf } from '../../../text/known';
import { readToml } from '../../../text/read-toml';
import { type CommandRole, type Reading, type Shipment } from '../language';
import { type HardenedBase } from '../../hardened-base';
import { copyUv, installedVersion, installerSteps, uvImageSteps, uvVersionOf } from './uv-source';
import { missingLayers } from './uv-layers';
import { missingSettings, syncsFor, syncSteps } from './uv-sync';
import { uvStart } from './uv-start';

/** A project of uv: what `uv sync` makes is copied on. Absent where nothing syncs. */
export function readUv(shipment: Shipment, runtime: HardenedBase): Reading | undefined {
  const syncs = syncsFor(shipment);
  const last = syncs.at(-1);
  if (last === undefined) return undefined;
  const { calls, chain, stage, image } = shipment;
  const isOwn = chain.includes(last.stage);
  const venv =
    (isOwn ? valueOf(projectVenv(last)) : undefined) ?? venvsIn(shipment.dockerfile, stage)[0]?.path;
  const started = uvStart(shipment.start?.words ?? []);
  if (started !== undefined && 'refuse' in started) return started;
  const [program = ''] = started?.words ?? shipment.start?.words ?? [];
  const nonEditable = isOwn && isOwnScript(shipment, program);

  const commands = new Map<ShellCommand, CommandRole>();
  for (const { command, run } of calls) {
    if (installedVersion(run.script?.commands ?? []) !== undefined) commands.set(command, 'installs');
    const verb = uvCommand(command)?.verb;
    if (verb === undefined) continue;
    const isLater = syncs.some(
      (each) =>
        each.command === command && !each.command.args.some(({ value }) => value === '--no-install-project'),
    );
    commands.set(command, isLater && !nonEditable ? 'builds' : 'installs');
  }
  const onPath = venv === undefined || (searchPath(stage) ?? []).includes(`${venv}/bin`);
  const images = uvImageSteps(shipment, runtime);
  const ofUv = isOwn && shipment.runtime === undefined && image !== undefined;
  const first = syncs.find((each) => chain.includes(each.stage));
  const settings = ofUv && first !== undefined ? missingSettings(first) : [];
  const layers = missingLayers(shipment, syncs);
  const above = layers.find(({ copy }) => first?.stage === copy.stage)?.copy;
  return {
    commands,
    artefacts: isOwn && venv !== undefined ? [{ path: venv }] : [],
    isManifest: (name) => nonEditable || /^(?:uv\.lock|\.python-version)$/.test(name),
    isBuildOnly: ({ from }) => from?.image !== undefined && isUvImage(from.image),
    isBuildVariable: (name) => /^UV_\w+$/.test(name),
    ...(ofUv &&
      first !== undefined && {
        prepare: {
          before: above ?? first.run,
          lines: [
            copyUv(runtime.listed.system, uvVersionOf(image)),
            ...(settings.length > 0 ? [`ENV ${settings.join(' ')}`] : []),
          ],
        },
      }),
    ...(!onPath && { lines: [`ENV PATH="${venv}/bin:$PATH"`] }),
    ...(started !== undefined && { startAs: () => started }),
    steps: [
      ...images.steps,
      ...installerSteps(shipment, runtime.listed.system),
      ...syncSteps(shipment, syncs, { nonEditable, withSettings: !ofUv, layers }),
    ],
    handled: images.handled,
    why: nonEditable
      ? `The environment \`${venv ?? ''}\` holds the project and all it needs, and is all that is copied.`
      : 'The project is copied on with its environment, which points to the sources.',
  };
}

/** Whether what starts is a program that the project itself installs, so that its sources need not be there. */
function isOwnScript({ textOf }: Shipment, program: string): boolean {
  const text = textOf('pyproject.toml');
  if (text === undefined) return false;
  const values = readToml(text);
  return values.has('build-system') && values.has(`project.scripts.${program}`);
}
