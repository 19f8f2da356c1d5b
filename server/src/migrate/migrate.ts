import { type Dockerfile, type Stage } from '../dockerfile/model';
import { isHardened } from '../image/hardened-name';
import { type ImageSettings } from '../image/facts';
import { type BuildContext } from '../workspace/context';
import { buildStageSteps } from './build-stages';
import { composePortSteps, type MovedPorts } from './compose/port-steps';
import { commentSteps } from './comments';
import { entryScript } from './entry-script/find';
import {
  lacksFolders,
  type NeededScript,
  replaceScript,
  type ReplacedScript,
  withoutScript,
} from './entry-script/into-reading';
import { type HardenedBase } from './hardened-base';
import { ignoreFile } from './ignore-file';
import { type Reading, type Shipment } from './languages/language';
import { languages } from './languages/registry';
import { withoutConflicts } from './merge-steps';
import { type Plan, type Refusal, type Step, type Unresolved } from './plan';
import { refusalOf } from './refusals';
import { ship } from './ship/ship';
import { portShift, raisedPorts } from './ship/start-changes';
import { readShipment } from './shipment';
import { StageNumbers } from './stage-numbers';
import { readStart, type NeedsShell, type Start } from './start';

/** Choices of the user that the migration reads. */
export type MigrationSettings = ImageSettings;

/**
 * Plans the way of a Dockerfile to hardened, multi-stage images; pure, and never throws on any text. A file that stands on
 * hardened images already gets a plan without steps.
 */
export function migrate(
  dockerfile: Dockerfile,
  context: BuildContext,
  settings: MigrationSettings = {},
): Plan | Refusal {
  const refusal = refusalOf(dockerfile);
  if (refusal !== undefined) return refusal;
  const steps: Step[] = [];
  const unresolved: Unresolved[] = [];
  const readings: Reading[] = [];
  const bases: HardenedBase[] = [];
  const moved: MovedPorts[] = [];
  const numbers = new StageNumbers(dockerfile, context.namedContexts);
  const done = new Set<Stage>();
  for (const stage of dockerfile.targets) {
    const shipment = readShipment(dockerfile, context, stage);
    if (shipment.image !== undefined && isHardened(shipment.image, settings)) continue;
    if (shipment.chain.slice(1).some((each) => dockerfile.targets.includes(each))) continue;
    const start = readStart(stage);
    if (start !== undefined && 'needsShell' in start) return needsShell(start);
    const replaced = start && replacedScript(shipment, start);
    if (replaced !== undefined && 'reason' in replaced)
      return { kind: 'refusal', reasons: [replaced.reason] };
    const started = replaced === undefined ? start : start && { ...start, words: replaced.conversion.words };
    const withStart = started === undefined ? shipment : { ...shipment, start: started };
    const spoken =
      languages.map((language) => language.read(withStart)).find((each) => each !== undefined) ?? {};
    const reading = replaced === undefined ? spoken : withoutScript(spoken, replaced, shipment.runtime);
    if (reading.refuse !== undefined) return { kind: 'refusal', reasons: [reading.refuse] };
    const builder = numbers.newName('builder', 'build');
    const shipped = ship(withStart, reading, started, builder, numbers);
    if ('reason' in shipped) return { kind: 'refusal', reasons: [shipped.reason] };
    const lacking = replaced && lacksFolders(replaced, shipped.steps);
    if (lacking !== undefined) return { kind: 'refusal', reasons: [lacking] };
    readings.push(reading);
    bases.push(shipped.runtime);
    moved.push({ stage, ports: portsOf(withStart, reading) });
    steps.push(...shipped.steps);
    unresolved.push(...shipped.unresolved);
    for (const each of [...withStart.chain, ...(reading.handled ?? [])]) done.add(each);
  }
  const others = buildStageSteps(dockerfile, settings, done, bases);
  steps.push(...others.steps);
  unresolved.push(...others.unresolved);
  const elsewhere = composePortSteps(dockerfile, context, moved);
  unresolved.push(...elsewhere.unresolved);
  const rest = dockerfile.stages.filter((stage) => !done.has(stage));
  const all = [...numbers.joined(steps, rest), ...commentSteps(dockerfile, unresolved)];
  const ignored = steps.length === 0 ? undefined : ignoreFile(dockerfile, context, readings);
  return {
    kind: 'plan',
    steps: withOwnIds(withoutConflicts(all)),
    newFiles: ignored === undefined ? [] : [ignored],
    others: elsewhere.others,
    unresolved,
  };
}

/** Where several stages ship, each may have a step of the same kind. */
function withOwnIds(steps: readonly Step[]): readonly Step[] {
  const counts = new Map<string, number>();
  return steps.map((step) => {
    const count = (counts.get(step.id) ?? 0) + 1;
    counts.set(step.id, count);
    return count === 1 ? step : { ...step, id: `${step.id}-${count}` };
  });
}

/** The script that a stage starts, with what takes its place. */
function replacedScript(shipment: Shipment, start: Start): ReplacedScript | NeededScript | undefined {
  const script = entryScript(shipment, start, shipment.runtime);
  return script && replaceScript(shipment, start, script);
}

/** Ports that move, each with where it goes. */
function portsOf(shipment: Shipment, { ports = new Map() }: Reading): ReadonlyMap<number, number> {
  return new Map([
    ...ports,
    ...[...raisedPorts(shipment).keys()].map((port) => [port, port + portShift] as const),
  ]);
}

function needsShell({ needsShell: { keyword, body }, unset }: NeedsShell): Refusal {
  const text = body.text.length > 80 ? `${body.text.slice(0, 80)}…` : body.text;
  const names = unset.map((name) => `\`${name}\``).join(', ');
  const why =
    names === ''
      ? 'Start the program itself, and do in the build what the shell does'
      : `Nothing in this file says what ${names} ${unset.length > 1 ? 'are' : 'is'}: give ${unset.length > 1 ? 'them values' : 'it a value'} with ENV, or let the program read the environment by itself`;
  return {
    kind: 'refusal',
    reasons: [
      `${keyword} needs a shell (\`${text}\`), and the runtime image has none. ${why}; then this file can be migrated.`,
    ],
  };
}
