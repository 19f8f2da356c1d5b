import { join } from '../../dockerfile/artefacts/places';
import { commandFolder } from '../../dockerfile/command-folder';
import { programOf } from '../../dockerfile/interpreters';
import { resolvePath } from '../../dockerfile/paths';
import { instructionsOf } from '../../dockerfile/walk';
import { flagValue, hasFlag, operands } from '../../shell/flags';
import { type ShellCommand } from '../../shell/model';
import { valueOf } from '../../text/known';
import {
  type Artefact,
  type Call,
  type CommandRole,
  type Language,
  type Reading,
  type Shipment,
  type StartChange,
} from './language';

/** Where the images of Ruby, hardened or not, keep gems and the settings of Bundler: GEM_HOME, BUNDLE_APP_CONFIG. */
const gemHome = '/usr/local/bundle';

/** Ruby with Bundler: gems are installed and compiled in the builder. */
export const ruby: Language = {
  id: 'ruby',
  name: 'Ruby',
  read(shipment) {
    if (shipment.runtime?.repository !== 'ruby') return undefined;
    const commands = new Map<ShellCommand, CommandRole>();
    for (const { command } of shipment.calls) {
      const role = roleOf(command);
      if (role !== undefined) commands.set(command, role);
    }
    const installs = shipment.calls.filter(({ command }) => installsGems(command));
    const gems =
      installs.length === 0
        ? []
        : [...new Set([gemHome, ...installs.flatMap((call) => ownPath(call, shipment))])];
    const change = withRuby(shipment);
    return {
      commands,
      isManifest: (name) =>
        /^(?:Gemfile\*?(?:\.lock)?|\.ruby-version|[\w-]+\.gemspec)$/.test(name) && copiesWhole(shipment),
      checks: (url) => [
        'ruby',
        '-rnet/http',
        '-e',
        `exit Net::HTTP.get_response(URI('${url}')).is_a?(Net::HTTPSuccess)`,
      ],
      ignore: ['.bundle', 'vendor/bundle', 'coverage'],
      ...writtenFolders(shipment, gems),
      ...(change !== undefined && { startAs: () => change }),
      ...(gems.length > 0 && {
        why: `Gems are compiled in the builder, and ${gems.map((path) => `\`${path}\``).join(', ')} ${gems.length > 1 ? 'are' : 'is'} copied as a whole: with the settings of Bundler.`,
      }),
    };
  },
};

function roleOf(command: ShellCommand): CommandRole | undefined {
  const { name, args } = command;
  if (name === 'gem') return 'installs';
  if (name === 'bundle' || name === 'bundler') return args[0]?.value === 'exec' ? 'builds' : 'installs';
  if (name === 'rails' || name === 'rake' || name === 'bootsnap') return 'builds';
  return name === 'ruby' ? 'builds' : undefined;
}

function installsGems({ name, args }: ShellCommand): boolean {
  const verb = args.find(({ value }) => !value.startsWith('-'))?.value;
  if (name === 'gem') return verb === 'install';
  return (name === 'bundle' || name === 'bundler') && (verb === undefined || verb === 'install');
}

/** Where Bundler installs to when it is told so: https://bundler.io/man/bundle-config.1.html */
function ownPath(call: Call, { calls }: Shipment): readonly string[] {
  const { stage, run, command } = call;
  if (command.name === 'gem') return [];
  const state = stage.before(run);
  const configured = calls.flatMap((each) => settingOf(each.command));
  const isDeployment =
    hasFlag(command, '--deployment') ||
    configured.some(({ key, value }) => key === 'deployment' && value === 'true') ||
    /^(?:1|true)$/.test(valueOf(state.variable('BUNDLE_DEPLOYMENT')) ?? '');
  const path =
    flagValue(command, '--path')?.value ??
    configured.findLast(({ key }) => key === 'path')?.value ??
    valueOf(state.variable('BUNDLE_PATH')) ??
    (isDeployment ? 'vendor/bundle' : undefined);
  const resolved = path && valueOf(resolvePath(path, commandFolder(stage, run, command)));
  return resolved === undefined || resolved === '' ? [] : [resolved];
}

/** `bundle config set --local path vendor/bundle`, `bundle config path vendor/bundle`. */
function settingOf(command: ShellCommand): readonly { readonly key: string; readonly value: string }[] {
  if (command.name !== 'bundle') return [];
  const words = operands(command).map(({ value }) => value);
  if (words[0] !== 'config') return [];
  const [key, value] = words.slice(words[1] === 'set' ? 2 : 1);
  return key === undefined || value === undefined ? [] : [{ key, value }];
}

/** Rails writes below its folder: https://guides.rubyonrails.org/getting_started.html#directory-structure */
function writtenFolders(
  { textOf, start, workdir, calls }: Shipment,
  gems: readonly string[],
): Pick<Reading, 'artefacts' | 'finish'> {
  const copied = gems.map((path): Artefact => ({ path }));
  const text = textOf('Gemfile');
  const isRails =
    (text !== undefined && /^\s*gem\s+["']rails["']/m.test(text)) ||
    start?.words.some((word) => programOf(word) === 'rails') === true;
  if (!isRails || gems.length === 0 || workdir === undefined || workdir === '/' || calls.length === 0)
    return { artefacts: copied };
  const names = ['log', 'storage', 'tmp'];
  return {
    artefacts: [...copied, ...names.map((name) => ({ path: join(workdir, name), owned: true }))],
    finish: {
      lines: [`RUN mkdir -p ${names.map((name) => join(workdir, name)).join(' ')}`],
      title: 'Give Rails the folders that it writes to',
      why: 'Rails writes to `log`, `tmp` and `storage`. They are made in the builder, which has a shell, and copied with their owner.',
    },
  };
}

/** Scripts that look Ruby up by `env` cannot start, as the runtime image has no `env`. */
function withRuby({ start }: Shipment): StartChange | undefined {
  const [first] = start?.parts ?? [];
  const words = first?.words ?? [];
  if (!words.some((word) => isBinstub(word))) return undefined;
  const found = words.findIndex(isBinstub);
  const isThrust = programOf(words[0] ?? '') === 'thrust' && found === 0 && isBinstub(words[1] ?? '');
  if (found !== 0) return undefined;
  return {
    words: isThrust ? ['ruby', words[0] ?? '', 'ruby', ...words.slice(1)] : ['ruby', ...words],
    title: `Start \`${words[0] ?? ''}\` with \`ruby\``,
    why: `\`${words[0] ?? ''}\` finds Ruby with the help of \`env\`, which the runtime image does not have.`,
  };
}

function isBinstub(word: string): boolean {
  return (
    /(?:^|\/)bin\/(?:rails|rake|puma|thrust|jobs|sidekiq|rackup|unicorn)$/.test(word) &&
    !word.startsWith('/usr/')
  );
}

function copiesWhole({ chain }: Shipment): boolean {
  return chain.some((stage) =>
    instructionsOf(stage, 'COPY').some(
      (copy) => copy.from === undefined && copy.sources.some(({ text }) => /^\.?\/?$/.test(text)),
    ),
  );
}
