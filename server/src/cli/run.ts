import { version } from '../../../package.json';
import { createService } from '../service/create';
import { parseArguments } from './arguments';
import { exitCodes, UsageError } from './exit-codes';
import { explainCommand } from './explain';
import { imagesCommand } from './images/command';
import { initCommand } from './init';
import { lintCommand } from './lint';
import { migrateCommand } from './migrate';
import { reportCommand } from './report';
import { rulesCommand } from './rules';
import { type MakeService } from './surroundings';
import { type Terminal } from './terminal';
import { usage } from './usage';

/**
 * Runs a command line. Never throws.
 * @param argv the words after the program's name.
 * @param makeService what finds the findings.
 * @returns the exit code.
 */
export async function run(
  argv: readonly string[],
  terminal: Terminal,
  makeService: MakeService = createService,
): Promise<number> {
  try {
    const command = parseArguments(argv);
    switch (command.command) {
      case 'help':
        terminal.stdout.write(usage);
        return exitCodes.clean;
      case 'version':
        terminal.stdout.write(`${version}\n`);
        return exitCodes.clean;
      case 'rules':
        return rulesCommand(command, terminal);
      case 'explain':
        return explainCommand(command.id, terminal);
      case 'migrate':
        return await migrateCommand(command, terminal, makeService);
      case 'images':
        return await imagesCommand(command, terminal);
      case 'report':
        return await reportCommand(command, terminal, makeService);
      case 'init':
        return await initCommand(command, terminal);
      case 'lint':
        return await lintCommand(command, terminal, makeService);
    }
  } catch (error) {
    if (error instanceof UsageError)
      terminal.stderr.write(`bulwark: ${error.message}\nbulwark --help says more.\n`);
    else
      terminal.stderr.write(
        `bulwark: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
      );
    return exitCodes.error;
  }
}
