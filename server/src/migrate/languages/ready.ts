import { valueOf } from '../../text/known';
import { addLineAfter } from '../../dockerfile/edits';
import { UPSTREAM_COMMANDS } from '../../image/entrypoint-differences';
import { instructionsOf } from '../../dockerfile/walk';
import { exposedPorts } from '../../dockerfile/exposed-port';
import { meaningOf } from '../commands';
import { type HardenedBase } from '../hardened-base';
import { type Step, type Unresolved } from '../plan';
import { type Language, type Shipment } from './language';

/** Images that hold a system or an interpreter, and start what the file names. */
const bare = new Set([
  ...[
    'debian-base',
    'alpine-base',
    'static',
    'busybox',
    'python',
    'node',
    'golang',
    'rust',
    'ruby',
    'php',
    'uv',
    'bun',
    'deno',
  ],
  ...[
    'dotnet',
    'aspnetcore',
    'eclipse-temurin',
    'amazoncorretto',
    'sapmachine',
    'azul',
    'liberica',
    'perl',
    'erlang-otp',
    'elixir',
  ],
]);

/** Databases, proxies and other programs that come ready: their twin takes their place, with what differs said. */
export const ready: Language = {
  id: 'ready',
  name: 'ready images',
  read(shipment) {
    const { runtime, calls, stage } = shipment;
    if (runtime === undefined || bare.has(runtime.repository)) return undefined;
    const odd = calls.find((call) => {
      const role = meaningOf(call, runtime)?.role;
      return role !== 'drop' && role !== 'helper';
    });
    if (odd !== undefined)
      return {
        refuse: `It changes \`${stage.base.text}\` by running \`${odd.command.name || 'a command'}\`, and which of the files that this makes are wanted in dhi.io/${runtime.repository} is not known. Make them in a stage of their own and copy them; then this file can be migrated.`,
      };
    const [program] = shipment.start?.words ?? [];
    const own = runtime.listed.facts.entrypoint?.at(-1);
    const repeats =
      instructionsOf(stage, 'ENTRYPOINT').length === 0 &&
      program !== undefined &&
      own?.split('/').at(-1) === program;
    const { before, moved } = portsOf(shipment, runtime);
    const [from, ...fromOthers] = before;
    const [to, ...toOthers] = moved;
    const isPair = from !== undefined && to !== undefined && fromOthers.length + toOthers.length === 0;
    return {
      unresolved: differences(shipment, runtime),
      steps: upstreamCommand(shipment, runtime),
      ...(isPair && { ports: new Map([[Number(from), Number(to)]]) }),
      ...(repeats && {
        startAs: (words: readonly string[]) => ({
          words: words.slice(1),
          title: `Leave \`${program}\` out of CMD`,
          why: `The entry point of the hardened image is \`${program}\` itself, so CMD holds only its words.`,
        }),
      }),
      why: 'The program is the one of the image; what the file adds to it stays.',
    };
  },
};

/** The hardened image starts the same program, and says nothing of its words. */
function upstreamCommand(
  { dockerfile, stage }: Shipment,
  { repository, listed }: HardenedBase,
): readonly Step[] {
  const words = UPSTREAM_COMMANDS.get(repository);
  const says = stage.effective('CMD') ?? stage.effective('ENTRYPOINT');
  if (words === undefined || says !== undefined || listed.facts.command !== undefined) return [];
  const array = `[${words.map((word) => JSON.stringify(word)).join(', ')}]`;
  return [
    {
      id: 'upstream-command',
      title: `Say what \`${repository}\` is started with`,
      why: 'The image before said it in a CMD of its own. The hardened image has none, and without words the program ends at once.',
      edits: [addLineAfter(dockerfile, stage.instructions.at(-1) ?? stage.from, `CMD ${array}`)],
    },
  ];
}

/** Ports that the image before listened on and the hardened one does not, and those of the hardened one that are new. */
function portsOf(
  { stage }: Shipment,
  { listed }: HardenedBase,
): { readonly before: readonly string[]; readonly moved: readonly string[] } {
  const before = new Set([
    ...(valueOf(stage.base.facts.ports) ?? []).map(portOf),
    ...exposedPorts(stage).map(({ from }) => from),
  ]);
  const now = listed.facts.ports.map(portOf);
  return {
    before: [...before].filter((port) => !now.includes(port)),
    moved: now.filter((port) => !before.has(port)),
  };
}

function differences(shipment: Shipment, runtime: HardenedBase): readonly Unresolved[] {
  const { stage } = shipment;
  const { repository, listed } = runtime;
  const { facts } = listed;
  const texts: string[] = [];
  const { before, moved } = portsOf(shipment, runtime);
  if (moved.length > 0 && before.length > 0)
    texts.push(
      `The hardened image listens on ${moved.join(', ')}; the original listened on ${before.join(', ')}. Publish the new port, and look at settings that name the old one.`,
    );
  if (facts.account.uid !== 0)
    texts.push(
      `The program runs as \`${facts.account.user}\` (${facts.account.uid}). A volume that the original has filled needs \`chown -R ${facts.account.uid}\` once.`,
    );
  const entry = facts.entrypoint?.join(' ');
  if (
    entry !== undefined &&
    !entry.includes('entrypoint') &&
    instructionsOf(stage, 'ENTRYPOINT').length === 0
  )
    texts.push(
      `dhi.io/${repository} starts \`${entry}\` and not the entry script of the original, so variables and folders that only the script reads (\`/docker-entrypoint-initdb.d\`, templates) do nothing.`,
    );
  return texts.map((text) => ({ at: stage.from.span, text }));
}

function portOf(port: string): string {
  return port.split('/')[0] ?? port;
}
