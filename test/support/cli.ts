import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from '../../server/src/cli/run';
import { type Terminal } from '../../server/src/cli/terminal';
import { createService } from '../../server/src/service/create';
import { wordService } from './word-service';

export interface CliResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CliOptions {
  readonly stdin?: string | Uint8Array;
  readonly env?: Terminal['env'];
  readonly tty?: boolean;
  readonly columns?: number;
  /** Under the project; the project itself where absent. */
  readonly folder?: string;
  /** Looks with the real rules. */
  readonly real?: boolean;
  readonly stopped?: AbortSignal;
  readonly threads?: Terminal['threads'];
  readonly program?: Terminal['program'];
  readonly now?: Terminal['now'];
  /** Told after each write of what an output has got so far. */
  readonly written?: (stdout: string, stderr: string) => void;
}

const pages = fileURLToPath(new URL('../../docs/rules', import.meta.url));

/** A folder of files, outside any repository, and the command line run in it. */
export class Project {
  readonly path = realpathSync(mkdtempSync(join(tmpdir(), 'bulwark-cli-')));

  constructor(files: Readonly<Record<string, string | Uint8Array>> = {}) {
    for (const [name, content] of Object.entries(files)) this.write(name, content);
  }

  write(name: string, content: string | Uint8Array): void {
    mkdirSync(dirname(this.at(name)), { recursive: true });
    writeFileSync(this.at(name), content);
  }

  at(name: string): string {
    return join(this.path, name);
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }

  /** Runs in this process; findings come from `wordService` unless `real` is set, so that they do not change with the rules. */
  async run(argv: readonly string[], options: CliOptions = {}): Promise<CliResult> {
    const written = { stdout: '', stderr: '' };
    const output = (name: keyof typeof written) => ({
      write: (text: string) => {
        written[name] += text;
        options.written?.(written.stdout, written.stderr);
      },
      isTTY: options.tty ?? false,
      ...(options.columns === undefined ? {} : { columns: options.columns }),
    });
    const code = await run(
      argv,
      {
        stdin: once(options.stdin ?? ''),
        stdout: output('stdout'),
        stderr: output('stderr'),
        cwd: this.at(options.folder ?? '.'),
        env: options.env ?? {},
        pages,
        ...(options.stopped === undefined ? {} : { stopped: options.stopped }),
        ...(options.threads === undefined ? {} : { threads: options.threads }),
        ...(options.program === undefined ? {} : { program: options.program }),
        ...(options.now === undefined ? {} : { now: options.now }),
      },
      options.real === true ? createService : wordService,
    );
    return { code, ...written };
  }
}

async function* once(input: string | Uint8Array): AsyncGenerator<string | Uint8Array> {
  yield await Promise.resolve(input);
}
