import { insert, type Edit } from '../text/edit';
import { type Dockerfile, type RunInstruction } from './model';

/**
 * Adds a `--mount=…` before the other flags of a RUN, on a line of its own; before a heredoc, which must stay in the
 * first line, in that line.
 * @param mount the whole flag.
 */
export function addMount({ source, escape }: Dockerfile, run: RunInstruction, mount: string): Edit {
  const at = run.flags[0]?.span.start ?? run.body.offsetOf(0);
  if (run.heredocs.length > 0) return insert(at, `${mount} `);
  const own = source.lineAt(run.headSpan.start);
  const line = source.lineAt(at);
  const last = source.lineAt(run.headSpan.end);
  const next = line > own ? line : own + 1;
  const indent = next <= last ? source.indentAt(next) : `${source.indentAt(own)}    `;
  return insert(at, `${mount} ${escape}${source.eol}${indent}`);
}
