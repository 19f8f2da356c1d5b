import { flagValue, operands } from '../../../shell/flags';
import { type ShellCommand } from '../../../shell/model';
import { type Call, type Shipment } from '../language';

const tools = new Set(['mvn', 'mvnw', 'mvnd', 'gradle', 'gradlew']);
const wrapper = /(?:^|\/)(?:mvnw|gradlew)$/;

/** Whether a command is Maven or Gradle, also by the script that a project brings. */
export function isBuildTool({ name }: ShellCommand): boolean {
  return tools.has(name);
}

/** Goals and tasks that compile and start at once: `spring-boot:run`, `bootRun`. */
export function runsByTool([program = '', ...words]: readonly string[]): boolean {
  if (!tools.has(program.slice(program.lastIndexOf('/') + 1))) return false;
  return words.some((word) =>
    /^(?:.*:)?(?:run|bootRun|runShadow|exec|java|dev|jetty|start|quarkusDev)$/.test(word),
  );
}

/** Whether a command only makes the script of a project start: `chmod +x mvnw`, `dos2unix mvnw`. */
export function readiesWrapper(command: ShellCommand): boolean {
  const [, ...files] = operands(command);
  switch (command.name) {
    case 'chmod':
    case 'sed':
      return files.length > 0 && files.every(({ value }) => wrapper.test(value));
    case 'dos2unix':
      return command.args.every(({ value }) => value.startsWith('-') || wrapper.test(value));
    default:
      return false;
  }
}

/** The folder that `dependency:copy-dependencies` fills: https://maven.apache.org/plugins/maven-dependency-plugin/ */
export function copiedDependencies({ command }: Call): string | undefined {
  if (!isBuildTool(command)) return undefined;
  if (!command.args.some(({ value }) => /(?:^|:)copy-dependencies$/.test(value))) return undefined;
  const folder = flagValue(command, '-DoutputDirectory')?.value;
  return folder?.replace(/^\$\{project\.build\.directory\}/, 'target') ?? 'target/dependency';
}

/**
 * Whether the project's own text says that it packs all that it needs into one jar; absent where the text is not known.
 */
export function packsAll({ textOf }: Shipment): boolean | undefined {
  const texts = ['pom.xml', 'build.gradle', 'build.gradle.kts'].flatMap((name) => textOf(name) ?? []);
  return texts.length === 0
    ? undefined
    : texts.some((text) =>
        /spring-boot|org\.springframework\.boot|maven-shade|maven-assembly|shadow|quarkus|micronaut|ktor|fatJar|uberJar/.test(
          text,
        ),
      );
}
