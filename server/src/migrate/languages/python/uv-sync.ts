import { environmentOf } from '../../../dockerfile/command-environment';
import { type Stage } from '../../../dockerfile/model';
import { uvCallsOf, type UvCall } from '../../../dockerfile/uv/uv-calls';
import { hasFlag } from '../../../shell/flags';
import { insert, type Edit } from '../../../text/edit';
import { blockOf } from '../../blocks';
import { type Reason, type Step } from '../../plan';
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
  options: { readonly nonEditable: boolean; readonly withSettings: boolean },
): readonly Step[] {
  const { dockerfile, context, textOf } = shipment;
  const project = textOf('pyproject.toml');
  const isPlain =
    project !== undefined && !project.includes('[tool.uv.workspace]') && context.has('uv.lock') === true;
  const edits: Edit[] = [];
  const parts = new Set<Reason>();
  for (const { run, command, verbWord, stage } of syncs) {
    const flags: string[] = [];
    const isLocked =
      hasFlag(command, '--locked', '--frozen') ||
      ['UV_LOCKED', 'UV_FROZEN'].some((name) => environmentOf(stage, run, command, name).state !== 'absent');
    if (isPlain && !isLocked) {
      flags.push('--locked');
      parts.add(locked);
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
    if (!isCached && run.heredocs.length === 0 && run.json === undefined) {
      edits.push(
        insert(
          run.keywordSpan.end,
          ` --mount=type=cache,target=/root/.cache/uv ${dockerfile.escape}${dockerfile.source.eol}   `,
        ),
      );
      parts.add(cached);
    }
  }
  const settings = options.withSettings ? settingsOf(shipment, syncs) : undefined;
  if (settings !== undefined) {
    edits.push(settings);
    parts.add(settings.newText.includes('UV_COMPILE_BYTECODE') ? compiled : ownPython);
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

function settingsOf({ dockerfile }: Shipment, [first]: readonly UvCall[]): Edit | undefined {
  const missing = first === undefined ? [] : missingSettings(first);
  if (first === undefined || missing.length === 0) return undefined;
  const index = first.stage.instructions.indexOf(first.run);
  const before = first.stage.instructions[index - 1];
  const block = blockOf(
    dockerfile,
    before?.keyword === 'COPY' || before?.keyword === 'ADD' ? before : first.run,
  );
  return insert(
    block.span.start,
    `ENV ${missing.join(' ')}${dockerfile.source.eol}${block.spaced ? dockerfile.source.eol : ''}`,
  );
}

const locked: Reason = {
  title: 'Take the versions of `uv.lock` (`--locked`)',
  why: 'The build stops where the lock file no longer fits `pyproject.toml`, and never takes other versions by itself.',
};
const nonEditable: Reason = {
  title: 'Install the project itself (`--no-editable`)',
  why: 'The environment then holds the project and not a pointer to its sources, so that it alone is copied on.',
};
const cached: Reason = {
  title: 'Keep what was downloaded for the next build',
  why: 'A cache mount is in no layer, and saves the download.',
};
const compiled: Reason = {
  title: 'Compile to bytecode, copy from the cache, use the Python of the image',
  why: 'Containers start faster; links into a cache mount would lead nowhere; and a Python that uv downloads by itself would not be in what ships.',
};
const ownPython: Reason = {
  title: 'Use the Python of the image (`UV_PYTHON_DOWNLOADS=0`)',
  why: 'A Python that uv downloads by itself would not be in what ships.',
};
