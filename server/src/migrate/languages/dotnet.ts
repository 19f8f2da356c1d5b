import { folderOfPath, lastPart } from '../../dockerfile/artefacts/places';
import { programOf } from '../../dockerfile/interpreters';
import { resolvePath } from '../../dockerfile/paths';
import { commandsOf, instructionsOf } from '../../dockerfile/walk';
import { type ShellCommand } from '../../shell/model';
import { known, valueOf } from '../../text/known';
import { dotnetImage, mayServeWeb, runtimeFor, sdkFor, type DotnetImage } from './dotnet/images';
import { type CommandRole, type Language, type Reading, type Shipment } from './language';

/** .NET: the SDK builds, and what it publishes runs on ASP.NET or the plain runtime. */
export const dotnet: Language = {
  id: 'dotnet',
  name: '.NET',
  read(shipment) {
    const image = dotnetImage(shipment);
    if (image === undefined) return undefined;
    const refuse = cannotStart(shipment);
    if (refuse !== undefined) return { refuse };
    const runtime = shipment.runtime ?? runtimeFor(image, image.kind === 'aspnet' || mayServeWeb(shipment));
    if (runtime === undefined)
      return {
        refuse: `There is no hardened image of .NET ${image.version}. Move the program to a version that Microsoft supports; then this file can be migrated.`,
      };
    const output = publishedFolder(shipment);
    const beside = output === undefined ? {} : startsBeside(shipment, output);
    const commands = new Map<ShellCommand, CommandRole>();
    for (const { command } of shipment.calls)
      if (isDotnet(command)) commands.set(command, output === undefined ? 'builds' : 'installs');
    return {
      runtime,
      build: shipment.build ?? sdkFor(image),
      commands,
      isBuildVariable: (name) =>
        /^(?:NUGET_\w+|DOTNET_(?:CLI_\w+|NOLOGO|SKIP_FIRST_TIME_EXPERIENCE))$/.test(name),
      ignore: buildsHere(shipment) ? ['**/bin', '**/obj'] : [],
      ...(output !== undefined && { artefacts: [{ path: output }], isManifest: () => true }),
      ...whyOf(image, runtime.repository, output, beside.lines !== undefined),
      ...beside,
    };
  },
};

function isDotnet({ name, args }: ShellCommand): boolean {
  return (
    name === 'dotnet' &&
    /^(?:restore|build|publish|tool|clean|nuget|workload|test)$/.test(args[0]?.value ?? '')
  );
}

function buildsHere({ dockerfile }: Shipment): boolean {
  return instructionsOf(dockerfile, 'RUN').some((run) => commandsOf(run).some(isDotnet));
}

/** Commands of the SDK that compile and start at once: https://learn.microsoft.com/dotnet/core/tools/dotnet-run */
function cannotStart({ start }: Shipment): string | undefined {
  const words = start?.words ?? [];
  return programOf(words[0] ?? '') === 'dotnet' &&
    /^(?:run|watch|test|build|msbuild|ef)$/.test(words[1] ?? '')
    ? `\`${words.slice(0, 2).join(' ')}\` needs the SDK each time a container starts, and the runtime image has none. Publish the program in the image and start its \`.dll\` with \`dotnet\`; then this file can be migrated.`
    : undefined;
}

/** The folder of what is started, where the stage itself publishes: all that it needs lies there. */
function publishedFolder({ start, workdir, calls }: Shipment): string | undefined {
  if (!calls.some(({ command }) => isDotnet(command))) return undefined;
  const [program = '', ...others] = start?.words ?? [];
  const file = programOf(program) === 'dotnet' ? others.find((word) => word.endsWith('.dll')) : program;
  if (file === undefined || (file === program && !program.includes('/'))) return undefined;
  const path = valueOf(resolvePath(file, workdir === undefined ? { state: 'unknown' } : known(workdir)));
  return path === undefined || folderOfPath(path) === '/' ? undefined : folderOfPath(path);
}

/**
 * Settings (`appsettings.json`) are read from the folder that a program is started in. Where that was the folder of the
 * sources, it is now the one that they were published to.
 * @see https://learn.microsoft.com/aspnet/core/fundamentals/#content-root
 */
function startsBeside(
  { workdir, start, stage }: Shipment,
  output: string,
): Pick<Reading, 'lines' | 'startAs' | 'unresolved'> {
  if (workdir === output) return {};
  const last = start?.parts[0].instruction;
  const isMoved = stage.instructions.some(
    (each) => (each.keyword === 'COPY' || each.keyword === 'ADD') && isAfterBuild(each),
  );
  if (isMoved || workdir === undefined)
    return {
      unresolved: [
        {
          at: last?.span ?? stage.from.span,
          text: `The program is started outside \`${output}\`, and reads its settings (\`appsettings.json\`) from where it is started. If it has such files, make \`${output}\` the work directory.`,
        },
      ],
    };
  return {
    lines: [`WORKDIR ${output}`],
    startAs: (words) => {
      const at = words.findIndex(
        (word) => word.endsWith('.dll') && word.includes('/') && !word.startsWith('/'),
      );
      return at < 0
        ? undefined
        : {
            words: words.map((word, index) => (index === at ? lastPart(word) : word)),
            title: `Start \`${lastPart(words[at] ?? '')}\` in its own folder`,
            why: 'The work directory is now the folder that it was published to.',
          };
    },
  };

  function isAfterBuild({ index }: { readonly index: number }): boolean {
    const builds = stage.instructions.filter(
      (each) => each.keyword === 'RUN' && commandsOf(each).some(isDotnet),
    );
    return index > (builds.at(-1)?.index ?? Infinity);
  }
}

function whyOf(
  { kind }: DotnetImage,
  repository: string,
  output: string | undefined,
  isMoved: boolean,
): Pick<Reading, 'why'> {
  if (kind === 'runtime-deps')
    return {
      why: 'The program brings .NET itself; this image has the libraries of the system that it loads.',
    };
  if (output === undefined) return {};
  return {
    why: `Of all that the SDK makes, only \`${output}\` has to run, on ${repository === 'aspnetcore' ? 'ASP.NET, which holds the plain runtime as well' : 'the plain runtime'}.${isMoved ? ' It becomes the work directory, as programs read their settings (`appsettings.json`) from there.' : ''}`,
  };
}
