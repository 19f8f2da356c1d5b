import { isIn } from '../../../dockerfile/artefacts/places';
import { commandFolder } from '../../../dockerfile/command-folder';
import { resolvePath } from '../../../dockerfile/paths';
import { operands } from '../../../shell/flags';
import { valueOf } from '../../../text/known';
import { type Call } from '../language';
import { type Server } from './servers';

/** What a command does to what the image brings: nothing that is still wanted, or changes of its files. */
export interface Habit {
  readonly role: 'drop' | 'installs';
  /** Folders that the builder changes. */
  readonly changed: readonly string[];
  /** Whether it takes out the site that the image has of its own. */
  readonly removesSite?: boolean;
}

const runFolders = /^(?:\/var)?\/(?:run|cache\/nginx|log\/nginx)(?:\/|$)|^\/(?:var\/)?run(?:\/nginx\.pid)?$/;

/** Reads commands that people run in images of servers; absent where it is none of these. */
export function habitOf(call: Call, server: Server): Habit | undefined {
  const { command } = call;
  const paths = pathsOf(call);
  const all = (test: (path: string) => boolean): boolean => paths.length > 0 && paths.every(test);
  const site = `${server.configuration}/conf.d`;
  const isOwn = (path: string): boolean => isIn(path, server.pages) || isIn(path, site);
  switch (command.name) {
    case 'rm':
      return all(isOwn)
        ? {
            role: 'drop',
            changed: [],
            removesSite: paths.some((path) => path === site || path === `${site}/default.conf`),
          }
        : undefined;
    case 'touch':
    case 'mkdir':
    case 'chmod':
      return all((path) => runFolders.test(path)) ? { role: 'drop', changed: [] } : undefined;
    case 'sed': {
      if (!all((path) => isIn(path, server.configuration))) return undefined;
      const script = command.args.map(({ value }) => value).join(' ');
      return /\b(?:listen|Listen|user|User|pid)\b/.test(script) && !/[{}]/.test(script)
        ? { role: 'drop', changed: [] }
        : { role: 'installs', changed: paths };
    }
    case 'echo':
    case 'printf':
    case 'cat':
    case 'tee':
    case 'cp':
    case 'mv':
    case 'ln': {
      const changed = [...paths.slice(-1), ...redirected(call)].filter(
        (path) => isIn(path, server.configuration) || isIn(path, server.pages),
      );
      return changed.length > 0 ? { role: 'installs', changed } : undefined;
    }
    default:
      return undefined;
  }
}

function pathsOf(call: Call): readonly string[] {
  const words = operands(call.command, ['-e', '--expression', '-m', '--mode']);
  const isScriptFirst = call.command.name === 'sed' && !call.command.args.some(({ value }) => value === '-e');
  const isModeFirst = call.command.name === 'chmod';
  return resolved(
    call,
    words.slice(isScriptFirst || isModeFirst ? 1 : 0).map(({ value }) => value),
  );
}

function redirected(call: Call): readonly string[] {
  return resolved(
    call,
    call.command.redirects.flatMap(({ operator, target }) =>
      operator.startsWith('>') && target?.literal === true ? [target.value] : [],
    ),
  );
}

function resolved({ stage, run, command }: Call, paths: readonly string[]): readonly string[] {
  const folder = commandFolder(stage, run, command);
  return paths.flatMap((path) => valueOf(resolvePath(path.replace(/\/?\*$/, ''), folder)) ?? []);
}
