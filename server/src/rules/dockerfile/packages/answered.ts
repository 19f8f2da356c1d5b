import { type ShellCommand } from '../../../shell/model';

/** Whether something is there to answer a question: another command by a pipe, a file, a here-document. */
export function isAnswered(command: ShellCommand): boolean {
  if (command.redirects.some(({ operator }) => operator.startsWith('<'))) return true;
  return command.pipeline !== undefined && command.pipeline.commands[0]?.span.start !== command.span.start;
}
