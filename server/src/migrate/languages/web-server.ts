import { instructionsOf } from '../../dockerfile/walk';
import { replace } from '../../text/edit';
import { programOf } from '../../dockerfile/interpreters';
import { type ShellCommand } from '../../shell/model';
import { meaningOf } from '../commands';
import { hardenedFor, type HardenedBase } from '../hardened-base';
import { type Step, type Unresolved } from '../plan';
import {
  configurationFiles,
  lostPidFile,
  lowPorts,
  type ConfigurationFile,
} from './web-server/configuration';
import { habitOf, type Habit } from './web-server/habits';
import { servers, type Server } from './web-server/servers';
import { type CommandRole, type Language, type Shipment, type StartChange } from './language';

/** nginx and Apache's httpd with pages and a configuration, and the build of the pages in another stage. */
export const webServer: Language = {
  id: 'web-server',
  name: 'nginx, httpd',
  read(shipment) {
    const runtime = shipment.runtime ?? newerNginx(shipment);
    const server = servers.find(({ repository }) => repository === runtime?.repository);
    if (server === undefined || runtime === undefined) return undefined;
    const files = configurationFiles(shipment, server);
    const refuse = needsScript(shipment, server) ?? needsPidFile(files);
    if (refuse !== undefined) return { refuse };
    const habits = new Map<ShellCommand, Habit>();
    for (const call of shipment.calls) {
      const habit = habitOf(call, server);
      if (habit !== undefined) habits.set(call.command, habit);
    }
    const site = siteOf(shipment, files, habits);
    const change = handed(shipment, server);
    const commands = new Map(
      [...habits].map(([command, { role }]): [ShellCommand, CommandRole] => [command, role]),
    );
    const changed = [...new Set([...habits.values()].flatMap((habit) => habit.changed))];
    return {
      runtime,
      ...(shipment.runtime === undefined && { build: hardenedFor(`nginx:${runtime.tag}`, 'build') }),
      commands,
      drops: {
        title: 'Leave out what the image before needed',
        why: 'These commands take out pages that the image brings, or make room for a user without rights. The hardened server runs without root from the start, and what is copied takes the place of what it brings.',
      },
      artefacts: changed.map((path) => ({ path })),
      steps: site.steps,
      ...(movesByItself(shipment, files) && { ports: new Map([[80, 8080]]) }),
      unresolved: [
        ...(shipment.runtime === undefined ? [otherVersion(shipment, runtime)] : []),
        ...portsToChange(shipment, files, server),
        ...site.unresolved,
      ],
      ...(change !== undefined && { startAs: () => change }),
      ...(runtime.listed.facts.shells.includes('busybox') && {
        checks: (url: string) => ['wget', '-q', '--spider', url],
      }),
      ignore: ['node_modules'],
    };
  },
};

/** Release lines of nginx end after a year: https://nginx.org/en/download.html. The stable one serves the same files. */
function newerNginx({ image, chain }: Shipment): HardenedBase | undefined {
  if (!/^docker\.io\/(?:library\/nginx|nginxinc\/nginx-unprivileged)$/.test(image?.repository ?? ''))
    return undefined;
  const version = /^1\.\d+(?:\.\d+)?(?:-(alpine|slim|bookworm|bullseye|trixie)[\w.-]*)?$/.exec(
    image?.tag ?? '',
  );
  if (version === null || chain.at(-1)?.base.text.includes('$') === true) return undefined;
  return hardenedFor(`nginx:stable${version[1] === 'alpine' ? '-alpine' : ''}`, 'runtime');
}

function otherVersion({ chain, stage }: Shipment, { reference }: HardenedBase): Unresolved {
  const { base, from } = chain.at(-1) ?? stage;
  return {
    at: from.span,
    text: `There is no hardened image of the release line of \`${base.text}\`, which nginx no longer maintains. \`${reference}\` is the stable one: files and configurations are served alike, modules of your own have to be built again.`,
  };
}

/** Only the script of the upstream image reads these: https://hub.docker.com/_/nginx */
function needsScript({ chain, stage }: Shipment, { repository }: Server): string | undefined {
  if (repository !== 'nginx' || stage.effective('ENTRYPOINT') !== undefined) return undefined;
  const folder = chain
    .flatMap((each) => instructionsOf(each, ['COPY', 'ADD']))
    .map(({ destinationPath }) => (destinationPath.state === 'known' ? destinationPath.value : ''))
    .find((path) => /^\/(?:etc\/nginx\/templates|docker-entrypoint\.d)(?:\/|$)/.test(path));
  return folder === undefined
    ? undefined
    : `What lies in \`${folder}\` is read by the start script of the upstream image, with the variables of the moment. The hardened image starts nginx itself, without a shell. Write the configuration in the build, or mount a finished one; then this file can be migrated.`;
}

function needsPidFile(files: readonly ConfigurationFile[]): string | undefined {
  for (const file of files) {
    const path = lostPidFile(file);
    if (path !== undefined)
      return `\`${file.source}\` puts the pid file at \`${path}\`, which the user of the hardened image cannot write, so nginx would not start. Change that line to \`pid /run/nginx/nginx.pid;\` or take it out; then this file can be migrated.`;
  }
  return undefined;
}

/** The server listens on 8080 by itself; a configuration of the project may say another port. */
function portsToChange(
  shipment: Shipment,
  files: readonly ConfigurationFile[],
  server: Server,
): readonly Unresolved[] {
  const { stage } = shipment;
  const open = files.flatMap((file): readonly Unresolved[] => {
    const ports = lowPorts(file, server);
    if (ports.length > 0) {
      const pairs = ports.map((port) => `${port + 8000} instead of ${port}`).join(', ');
      return [
        {
          at: file.copy.span,
          text: `\`${file.source}\` listens on ${ports.join(', ')}, which needs root in Kubernetes and in older Docker Engines. Make it listen on ${pairs}, as this file now says.`,
          comment: `make ${file.source} listen on ${pairs}.`,
        },
      ];
    }
    return file.text === undefined
      ? [
          {
            at: file.copy.span,
            text: `What \`${file.source}\` says could not be read. It must listen on ports above 1024, and write only to folders of the image's own user${server.repository === 'nginx' ? ': `/run/nginx`, `/var/cache/nginx`, `/tmp`' : ''}.`,
            comment: `${file.source} must listen on ports above 1024.`,
          },
        ]
      : [];
  });
  if (!movesByItself(shipment, files)) return open;
  return [
    ...open,
    {
      at: stage.from.span,
      text: `The hardened ${server.repository} listens on 8080, where the image before listened on 80. Who publishes the port has to map it: \`80:8080\`.`,
    },
  ];
}

/** Whether the server's own configuration says the port, and the file nothing of it. */
function movesByItself({ stage, image }: Shipment, files: readonly ConfigurationFile[]): boolean {
  const says = stage.instructions.some(({ keyword }) => keyword === 'EXPOSE');
  return files.length === 0 && !says && image?.repository !== 'docker.io/nginxinc/nginx-unprivileged';
}

/** Where the image's own site was taken out for one under another name, that one takes its place. */
function siteOf(
  { calls, runtime }: Shipment,
  files: readonly ConfigurationFile[],
  habits: ReadonlyMap<ShellCommand, Habit>,
): { readonly steps: readonly Step[]; readonly unresolved: readonly Unresolved[] } {
  const none = { steps: [], unresolved: [] };
  const removal = calls.find(({ command }) => habits.get(command)?.removesSite === true);
  const own = '/etc/nginx/conf.d/default.conf';
  const main = '/etc/nginx/nginx.conf';
  if (removal === undefined || files.some(({ target }) => target === own || target === main)) return none;
  const sites = files.filter(({ target }) => /^\/etc\/nginx\/conf\.d\/[\w.-]+\.conf$/.test(target));
  const [site] = sites;
  const isAlone = calls.every(
    (call) => (habits.get(call.command)?.role ?? meaningOf(call, runtime)?.role) === 'drop',
  );
  const destination = site?.copy.destination;
  if (sites.length === 1 && site?.copy.sources.length === 1 && destination !== undefined && isAlone)
    return {
      unresolved: [],
      steps: [
        {
          id: 'site',
          title: "Put the site in the place of the image's own",
          why: `The image brings a site of its own in \`${own}\`, and the runtime image has no shell to take it out with. What is copied over it takes its place.`,
          edits: [replace(destination.span, own)],
        },
      ],
    };
  return {
    steps: [],
    unresolved: [
      {
        at: removal.run.span,
        text: `The image's own site in \`${own}\` cannot be taken out of what ships, which has no shell. Copy your site to that path, or an empty file.`,
      },
    ],
  };
}

/** The image's entry point starts the server, so CMD says no more than its words. */
function handed({ start, stage }: Shipment, { programs, foreground }: Server): StartChange | undefined {
  const [first] = start?.parts ?? [];
  if (first === undefined || stage.effective('ENTRYPOINT') !== undefined) return undefined;
  const [program = '', ...others] = first.words;
  if (!programs.test(programOf(program))) return undefined;
  return {
    words: others.length === 0 ? foreground : others,
    title: `Hand CMD to the image's own entry point`,
    why: `The entry point of the hardened image starts \`${programOf(program)}\` already; named again, it would be the first of its own words.`,
  };
}
