import { type Session } from './session';
import { member } from './client-options';

/** Tells the editor how far the work on many files is. */
export interface FileProgress {
  of(done: number, all: number): void;
  end(): void;
}

/**
 * Begins to tell of a piece of work; of nothing where the parameters of its request name no token.
 * @param title what is done: `Reading images`.
 */
export function tellProgress({ connection }: Session, params: unknown, title: string): FileProgress {
  const token = member(params, 'workDoneToken');
  const reporter =
    typeof token === 'string' || typeof token === 'number'
      ? connection.window.attachWorkDoneProgress(token)
      : undefined;
  reporter?.begin(title, 0, undefined, true);
  let told = 0;
  return {
    of(done, all) {
      const percent = Math.floor((done / all) * 100);
      if (percent === told) return;
      told = percent;
      reporter?.report(percent, `${done} of ${all} files`);
    },
    end: () => reporter?.done(),
  };
}
