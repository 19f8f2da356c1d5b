import { type MappedText } from '../text/mapped';
import { type Pipeline, type ShellCommand, type ShellScript } from './model';
import { exactPlace } from './place';
import { ScriptReader } from './script-reader';
import { syntaxTree } from './syntax-tree';

/** Reads POSIX shell or Bash. Never throws; what cannot be read is left out and `complete` is false. */
export function parseShell(text: MappedText): ShellScript {
  const commands: ShellCommand[] = [];
  const pipelines: Pipeline[] = [];
  const tree = syntaxTree(text.text);
  const facts = new Map<object, unknown>();
  if (tree === undefined) return { text, commands, pipelines, complete: false, facts };
  const reader = new ScriptReader(commands, pipelines);
  try {
    reader.read(tree, exactPlace(text));
  } catch {
    // Substitutions are parsed while the tree is walked: a defect of the parser may show as late as here.
    return { text, commands, pipelines, complete: false, facts };
  }
  return { text, commands, pipelines, complete: reader.complete, facts };
}
