import { environmentOf } from '../../../dockerfile/command-environment';
import { type Stage } from '../../../dockerfile/model';
import { uvCallsOf, type UvCall } from '../../../dockerfile/uv/uv-calls';
import { hasFlag } from '../../../shell/flags';
import { insert, type Edit } from '../../../text/edit';
import { blockOf } from '../../blocks';
import { type Reason, type Step } from '../../plan';
import { bind, cached, compiled, frozen, intermediate, locked, nonEditable, ownPython } from './uv-reasons';
import { boundFiles, lockFlags, type Layer } from './uv-layers';
import { type Shipment } from '../language';

/** Calls of `uv sync` in all that the stage is made by: its own, and those of stages that do not ship. */
export function syncsFor({ chain, dockerfile }: Shipment): readonly UvCall[] {
  const stages = new Set<Stage>([...chain, ...dockerfile.stages.filter((stage) => !dockerfile.ships(stage))]);
  return dockerfile.stages
    .filter((stage) => stages.has(stage))
    .flatMap(uvCallsOf)
    .filter(({ verb }) => verb === 'sync');
}

/**
 * What the guide of uv asks of an image, as far as it is safe.
 * @see https://docs.astral.sh/uv/guides/integration/docker/#optimizations
 */
export function syncSteps(
  shipment: Shipment,
  syncs: readonly UvCall[],
  options: {
    readonly nonEditable: boolean;
    readonly withSettings: boolean;
    readonly layers: readonly Layer[];
  },
): readonly Step[] {
  const { dockerfile } = shipment;
  const lock = lockFlags(shipment);
  const edits: Edit[] = [];
  const parts = new Set<Reason>();
  for (const call of syncs) {
    const { run, command, verbWord, stage } = call;
    const flags: string[] = [];
    const lockFlag = lock(call);
    if (lockFlag !== undefined) {
      flags.push(lockFlag);
      parts.add(lockFlag === '--frozen' ? frozen : locked);
    }
    if (options.nonEditable && !hasFlag(command, '--no-editable', '--no-install-project')) {
      flags.push('--no-editable');
      parts.add(nonEditable);
    }
    if (flags.length > 0) edits.push(insert(verbWord.span.end, flags.map((flag) => ` ${flag}`).join('')));
    const isCached =
      run.mounts.some(({ type }) => type === 'cache') ||
      hasFlag(command, '--no-cache', '-n') ||
      environmentOf(stage, run, command, 'UV_NO_CACHE').state !== 'absent';
    const isOpen = run.heredocs.length === 0 && run.json === undefined;
    const bound = isOpen ? boundFiles(shipment, call) : undefined;
    const mounts = [
      ...(isCached || !isOpen ? [] : ['--mount=type=cache,target=/root/.cache/uv']),
      ...(bound?.mounts ?? []),
    ];
    if (mounts.length > 0) {
      const goOn = ` ${dockerfile.escape}${dockerfile.source.eol}   `;
      edits.push(
        insert(
          run.keywordSpan.end,
          mounts.map((mount, at) => `${at > 0 ? ' ' : ' '}${mount}${goOn}`).join(''),
        ),
      );
    }
    if (!isCached && isOpen) parts.add(cached);
    if (bound !== undefined) {
      edits.push(...bound.edits);
      parts.add(bind);
    }
  }
  const settings = options.withSettings ? settingsOf(shipment, syncs, options.layers) : undefined;
  if (settings !== undefined) {
    edits.push(settings);
    parts.add(settings.newText.includes('UV_COMPILE_BYTECODE') ? compiled : ownPython);
  }
  for (const layer of options.layers) {
    edits.push(...layer.edits);
    parts.add(intermediate);
  }
  if (edits.length === 0) return [];
  return [
    {
      id: 'uv-sync',
      title: 'Let uv install what the lock file says, and do it well',
      why: 'These are the habits that the guide of uv asks of an image.',
      edits,
      parts: [...parts],
    },
  ];
}

/** Settings that a stage lacks, as they stand in an ENV. Downloading a Python is off: it would not be in what ships. */
export function missingSettings({ stage, run, command }: UvCall): readonly string[] {
  return Object.entries({ UV_COMPILE_BYTECODE: '1', UV_LINK_MODE: 'copy', UV_PYTHON_DOWNLOADS: '0' })
    .filter(([name]) => environmentOf(stage, run, command, name).state === 'absent')
    .map(([name, value]) => `${name}=${value}`);
}

function settingsOf(
  { dockerfile }: Shipment,
  [first]: readonly UvCall[],
  layers: readonly Layer[],
): Edit | undefined {
  const missing = first === undefined ? [] : missingSettings(first);
  if (first === undefined || missing.length === 0) return undefined;
  const index = first.stage.instructions.indexOf(first.run);
  const before = first.stage.instructions[index - 1];
  const copy = layers.find((layer) => layer.copy.stage === first.stage)?.copy;
  const block = blockOf(
    dockerfile,
    copy ?? (before?.keyword === 'COPY' || before?.keyword === 'ADD' ? before : first.run),
  );
  return insert(
    block.span.start,
    `ENV ${missing.join(' ')}${dockerfile.source.eol}${block.spaced ? dockerfile.source.eol : ''}`,
  );
}
