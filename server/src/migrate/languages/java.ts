import { isIn } from '../../dockerfile/artefacts/places';
import { commandFolder } from '../../dockerfile/command-folder';
import { resolvePath } from '../../dockerfile/paths';
import { commandsOf, instructionsOf } from '../../dockerfile/walk';
import { operands } from '../../shell/flags';
import { type ShellCommand } from '../../shell/model';
import { valueOf } from '../../text/known';
import { hardenedFor, type HardenedBase } from '../hardened-base';
import { type Unresolved } from '../plan';
import { assetsOf } from './compiled/assets';
import { copiedDependencies, isBuildTool, packsAll, readiesWrapper, runsByTool } from './java/build-tools';
import { withoutGradleAccount } from './java/gradle-account';
import { javaStart, loadedPaths } from './java/java-start';
import { type Artefact, type Call, type CommandRole, type Language, type Shipment } from './language';

const runtimes = new Set(['eclipse-temurin', 'amazoncorretto', 'azul', 'sapmachine']);

/** Java with Maven or Gradle: of a build only the jar runs, on a JRE. */
export const java: Language = {
  id: 'java',
  name: 'Java',
  read(shipment) {
    const isTool = /^docker\.io\/library\/(?:maven|gradle)$/.test(shipment.image?.repository ?? '');
    if (!isTool && !runtimes.has(shipment.runtime?.repository ?? '')) return undefined;
    const refuse = cannotStart(shipment);
    if (refuse !== undefined) return { refuse };
    const runtime = shipment.runtime ?? jreFor(shipment.build);
    const paths = builtPaths(shipment);
    const change = javaStart(shipment);
    return {
      runtime,
      commands: rolesOf(shipment, paths),
      isBuildVariable: (name) => /^(?:MAVEN|MVNW?|GRADLE)_\w+$/.test(name),
      steps: withoutGradleAccount(shipment),
      ignore: buildsHere(shipment) ? ['target', 'build', '.gradle', '*.class'] : ['.gradle'],
      ...(change !== undefined && { startAs: () => change }),
      ...(paths !== undefined && readJar(shipment, paths)),
    };
  },
};

function cannotStart({ start }: Shipment): string | undefined {
  const words = start?.words ?? [];
  const text = words.join(' ');
  if (runsByTool(words))
    return `\`${text}\` compiles the program each time a container starts, and the runtime image has neither a compiler nor the tool. Build a jar in the image and start it with \`java -jar\`; then this file can be migrated.`;
  if (/(?:^|\/)build\/install\/[^/]+\/bin\//.test(words[0] ?? ''))
    return `\`${text}\` is a shell script that Gradle writes, and the runtime image has no shell. Start \`java\` itself, with the class path and the main class that the script sets; then this file can be migrated.`;
  return undefined;
}

/** Whether a stage makes what the tools leave in `target` and `build`; otherwise they come from the build context. */
function buildsHere({ dockerfile }: Shipment): boolean {
  return instructionsOf(dockerfile, 'RUN').some((run) => commandsOf(run).some(isBuildTool));
}

/** The JRE for what a build image compiles: its tag says the JDK (`3.9-jdk21`). */
function jreFor(build: HardenedBase | undefined): HardenedBase | undefined {
  const version = /-jdk(\d+)/.exec(build?.listed.version ?? '')?.[1];
  if (build === undefined || version === undefined) return undefined;
  const found = hardenedFor(
    `eclipse-temurin:${version}-jre${build.listed.system.startsWith('alpine') ? '-alpine' : ''}`,
    'runtime',
  );
  return found && { ...found, changes: build.changes };
}

/** What Java loads, where the stage itself builds it and takes none of it from elsewhere. */
function builtPaths(shipment: Shipment): readonly string[] | undefined {
  const { calls, chain } = shipment;
  if (!calls.some(({ command }) => isBuildTool(command))) return undefined;
  const paths = loadedPaths(shipment);
  const isCopied = chain.some((stage) =>
    instructionsOf(stage, 'COPY').some(
      ({ from, destinationPath }) =>
        from !== undefined && paths?.some((path) => isIn(path, valueOf(destinationPath) ?? '/')) === true,
    ),
  );
  return isCopied ? undefined : paths;
}

function rolesOf(
  { calls }: Shipment,
  paths: readonly string[] | undefined,
): ReadonlyMap<ShellCommand, CommandRole> {
  const commands = new Map<ShellCommand, CommandRole>();
  for (const call of calls) {
    const { command } = call;
    if (readiesWrapper(command)) commands.set(command, 'installs');
    else if (isBuildTool(command)) commands.set(command, paths === undefined ? 'builds' : 'installs');
    else if (paths !== undefined && bringsOneOf(call, paths)) commands.set(command, 'installs');
  }
  return commands;
}

/** Whether a command moves or copies to just what Java loads. */
function bringsOneOf({ stage, run, command }: Call, paths: readonly string[]): boolean {
  if (command.name !== 'mv' && command.name !== 'cp') return false;
  const target = operands(command).at(-1);
  const path = target && valueOf(resolvePath(target.value, commandFolder(stage, run, command)));
  return path !== undefined && paths.some((each) => each === path || isIn(each, path));
}

function readJar(
  shipment: Shipment,
  paths: readonly string[],
): {
  readonly artefacts: readonly Artefact[];
  readonly isManifest: (name: string) => boolean;
  readonly unresolved: readonly Unresolved[];
  readonly why: string;
} {
  const assets = assetsOf(shipment);
  const beside = shipment.calls.flatMap((call) => {
    const folder = copiedDependencies(call);
    const at = commandFolder(call.stage, call.run, call.command);
    return (folder && valueOf(resolvePath(folder, at))) ?? [];
  });
  const all = [...paths, ...beside.filter((folder) => !paths.some((path) => isIn(folder, path)))];
  const names = all.map((path) => `\`${path}\``).join(', ');
  return {
    artefacts: [...all.map((path): Artefact => ({ path })), ...assets.artefacts],
    // Spring Boot reads the folder `config` beside it: https://docs.spring.io/spring-boot/reference/features/external-config.html
    isManifest: (name) => !/^(?:configs?|conf|data|.*\.(?:p12|jks|pem))$/.test(name),
    unresolved: [...assets.unresolved, ...thinJar(shipment, all)],
    why: `Of all that Maven or Gradle need, only ${names} ${all.length > 1 ? 'have' : 'has'} to run, on a JRE.`,
  };
}

function thinJar(shipment: Shipment, paths: readonly string[]): readonly Unresolved[] {
  const call = shipment.calls.findLast(({ command }) => isBuildTool(command));
  const [path] = paths;
  if (call === undefined || path?.endsWith('.jar') !== true || paths.length > 1) return [];
  return packsAll(shipment) === true
    ? []
    : [
        {
          at: call.run.span,
          text: `Only \`${path}\` is copied on. It is not certain that it holds all that it needs: if it loads other jars (a \`Class-Path\` in its manifest), copy these as well.`,
          comment: `if ${path} loads other jars, copy them as well.`,
        },
      ];
}
