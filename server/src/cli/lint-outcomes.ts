import { currentDay } from '../service/current-day';
import { breathe } from './breathe';
import { type LintCache } from './cache/lint-cache';
import { cacheFile } from './cache-location';
import { type Input } from './inputs';
import { isCached, laneOptions } from './lane-options';
import { type Lane, type Outcome } from './lane';
import { threadsFor } from './lanes/threads';
import { type LintRun } from './lint-files';

type Run = Pick<LintRun, 'options' | 'terminal' | 'warn'>;

export interface InputOutcome {
  readonly input: Input;
  readonly outcome: Outcome;
}

/** What comes of inputs, in their order: out of the cache, or by checking them, in several threads where there are many. */
export async function* outcomesOf(
  inputs: readonly Input[],
  lane: Lane,
  run: Run,
): AsyncGenerator<InputOutcome> {
  const cache = await cacheOf(run);
  const known = new Map<Input, Outcome>();
  const before = new Map<Input, Told>();
  if (cache !== undefined)
    for (const input of inputs) {
      await breathe();
      const prepared = await lane.prepare(input);
      const found = 'file' in prepared ? await cache.find(prepared) : prepared;
      if (found !== undefined) known.set(input, found);
      // What is wrong in a configuration is told once, to whom asks first.
      else before.set(input, { complaints: prepared.complaints, warnings: prepared.warnings });
    }
  const left = checked(
    inputs.filter((input) => !known.has(input)),
    lane,
    run,
  );
  try {
    for (const input of inputs) {
      const outcome = known.get(input) ?? (await nextOf(left));
      if (!known.has(input)) cache?.keep(input.path, outcome);
      yield { input, outcome: { ...outcome, ...joined(before.get(input), outcome) } };
    }
  } finally {
    // Threads end with it.
    await left.return(undefined);
  }
  const unwritten = await cache?.write();
  if (unwritten !== undefined) run.warn(`the cache ${unwritten.fault}; the next run will be as long`);
}

type Told = Pick<Outcome, 'complaints' | 'warnings'>;

function joined(before: Told | undefined, { complaints, warnings }: Told): Told {
  if (before === undefined) return { complaints, warnings };
  return {
    complaints: [...before.complaints, ...complaints],
    warnings: [...before.warnings, ...warnings],
  };
}

async function nextOf(outcomes: AsyncGenerator<Outcome, undefined>): Promise<Outcome> {
  const next = await outcomes.next();
  if (next.done === true) throw new Error('A file has been lost');
  return next.value;
}

async function* checked(inputs: readonly Input[], lane: Lane, run: Run): AsyncGenerator<Outcome, undefined> {
  const threads = await threadsFor(inputs.length, laneOptions(run.options), run.terminal);
  if (threads.length > 0) {
    const { lintInLanes } = await import('./on-demand');
    yield* lintInLanes(inputs, lane, threads);
    return;
  }
  for (const input of inputs) {
    await breathe();
    yield await lane.lint(input);
  }
}

async function cacheOf({ options, terminal }: Run): Promise<LintCache | undefined> {
  if (!isCached(options)) return undefined;
  const { openCache } = await import('./on-demand');
  const { cwd, program } = terminal;
  return openCache(cacheFile(options, cwd), cwd, program, currentDay());
}
