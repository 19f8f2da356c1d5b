import { isIn, join } from '../../dockerfile/artefacts/places';
import { commandFolder } from '../../dockerfile/command-folder';
import { resolvePath } from '../../dockerfile/paths';
import { instructionsOf } from '../../dockerfile/walk';
import { flagValue, hasFlag, operands, subcommand } from '../../shell/flags';
import { type ShellCommand } from '../../shell/model';
import { valueOf } from '../../text/known';
import { hardenedFor, type HardenedBase } from '../hardened-base';
import { type Unresolved } from '../plan';
import { phpStart, startsPlainPhp } from './php/php-start';
import { type Artefact, type Call, type CommandRole, type Language, type Shipment } from './language';

/** PHP, as FPM or on the command line, with Composer. */
export const php: Language = {
  id: 'php',
  name: 'PHP',
  read(shipment) {
    if (shipment.image?.repository !== 'docker.io/library/php') return undefined;
    const refuse = needsApache(shipment) ?? needsExtensions(shipment);
    if (refuse !== undefined) return { refuse };
    const start = phpStart(shipment);
    if (start !== undefined && 'refuse' in start) return start;
    const commands = new Map<ShellCommand, CommandRole>();
    const artefacts: Artefact[] = [];
    for (const call of shipment.calls) {
      const role = roleOf(call);
      if (role !== undefined) commands.set(call.command, role);
      const folder = role === 'drop' ? undefined : vendorFolder(call);
      if (folder !== undefined && !artefacts.some(({ path }) => path === folder))
        artefacts.push({ path: folder });
    }
    return {
      runtime: plainPhp(shipment),
      commands,
      drops: {
        title: 'Leave out the file of settings that only the image before has',
        why: '`php.ini-production` belongs to the image before.',
        confirm:
          'Without a `php.ini` PHP shows errors to whoever calls it. Copy one of your own to `/usr/local/etc/php/php.ini`, with `display_errors = Off`.',
      },
      artefacts,
      isManifest: (name) => /^composer(?:\.\*|\.json|\.lock)$/.test(name),
      isTool: (name) => name === 'composer',
      isBuildVariable: (name) => /^COMPOSER_\w+$/.test(name),
      unresolved: poolFiles(shipment),
      ignore: ['vendor'],
      ...(start !== undefined && { startAs: () => start }),
      ...(artefacts.length > 0 && {
        why: `Composer runs in the builder; ${artefacts.map(({ path }) => `\`${path}\``).join(', ')} is all that it leaves to run.`,
      }),
    };
  },
};

function needsApache({ image, runtime }: Shipment): string | undefined {
  if (runtime !== undefined) return undefined;
  return image?.tag?.includes('apache') === true
    ? 'There is no hardened PHP with Apache in it, which would be two programs in one container. Use the variant `fpm`, with a hardened nginx or httpd in front of it; then this file can be migrated.'
    : undefined;
}

/** Those who build extensions are scripts of the upstream image: https://hub.docker.com/_/php */
function needsExtensions({ calls, runtime }: Shipment): string | undefined {
  const names = calls.flatMap(({ command }) => {
    if (/^docker-php-ext-(?:install|enable)$/.test(command.name) || command.name === 'install-php-extensions')
      return operands(command, ['-j']).map(({ value }) => value);
    return command.name === 'pecl' || command.name === 'pie'
      ? operands(command)
          .slice(1)
          .map(({ value }) => value)
      : [];
  });
  if (names.length === 0) return undefined;
  const list = [...new Set(names)].map((name) => `\`${name}\``).join(', ');
  return `What runs needs the extensions ${list}, and the hardened image has none of the scripts that build them. Look with \`docker run --rm ${runtime?.reference.replace('-fpm', '') ?? 'dhi.io/php'} -m\` which of them it brings; where these are all, take the commands out, and this file can be migrated.`;
}

/** For a worker the image without FPM, whose entry point is `php`. */
function plainPhp(shipment: Shipment): HardenedBase | undefined {
  const { image, runtime } = shipment;
  if (runtime?.tag.includes('-fpm') !== true || !startsPlainPhp(shipment)) return undefined;
  const name = `php:${(image?.tag ?? '').replace('-fpm', '')}`;
  return hardenedFor(name, 'runtime');
}

function roleOf(call: Call): CommandRole | undefined {
  const { command } = call;
  if (command.name === 'composer') {
    const verb = subcommand(command, ['-d', '--working-dir'])?.value ?? '';
    if (/^(?:install|i|update|u|require)$/.test(verb))
      return hasFlag(command, '--no-scripts') || !copiesBefore(call) ? 'installs' : 'builds';
    return /^(?:dump-?autoload|config|clear-?cache|global|self-update|validate)$/.test(verb)
      ? 'installs'
      : 'builds';
  }
  if (command.name === 'php' && /^(?:bin\/console|artisan|\.\/artisan)$/.test(command.args[0]?.value ?? ''))
    return 'builds';
  if (
    (command.name === 'mv' || command.name === 'cp') &&
    /php\.ini-(?:production|development)$/.test(command.args[0]?.value ?? '')
  )
    return 'drop';
  return undefined;
}

/** Whether more of the project than what Composer reads is there, so that its scripts may change it. */
function copiesBefore({ stage, run }: Call): boolean {
  return instructionsOf(stage, ['COPY', 'ADD']).some(
    ({ index, from, sources }) =>
      index < run.index && from === undefined && !sources.every(({ text }) => /composer[\w.*]*$/.test(text)),
  );
}

function vendorFolder({ stage, run, command }: Call): string | undefined {
  if (command.name !== 'composer' || roleOf({ stage, run, command }) !== 'installs') return undefined;
  if (
    !/^(?:install|i|update|u|require|dump-?autoload)$/.test(
      subcommand(command, ['-d', '--working-dir'])?.value ?? '',
    )
  )
    return undefined;
  const own = flagValue(command, '-d', '--working-dir')?.value ?? '.';
  const folder = valueOf(resolvePath(own, commandFolder(stage, run, command)));
  return folder === undefined ? undefined : join(folder, 'vendor');
}

/** The folder of FPM's pools lies elsewhere in the hardened image, whose PHP has a prefix of its own. */
function poolFiles({ chain }: Shipment): readonly Unresolved[] {
  return chain.flatMap((stage) =>
    instructionsOf(stage, ['COPY', 'ADD']).flatMap((copy): readonly Unresolved[] => {
      const path = valueOf(copy.destinationPath);
      if (
        path === undefined ||
        (!isIn(path, '/usr/local/etc/php-fpm.d') && path !== '/usr/local/etc/php-fpm.conf')
      )
        return [];
      return [
        {
          at: copy.span,
          text: `The hardened image has PHP in a folder of its own, and it is not certain that it reads \`${path}\`. Look with \`php-fpm -tt\` what it reads, and copy the file there.`,
          comment: `look with php-fpm -tt whether ${path} is read.`,
        },
      ];
    }),
  );
}
