import { type Compose, type Service } from '../../../compose/model';
import { chainOf, rootOf } from '../../../dockerfile/chain';
import { type Stage } from '../../../dockerfile/model';
import { ModelMap } from '../../../dockerfile/model-map';
import { type ImageFacts } from '../../../image/facts';
import { ABSENT, type Known, UNKNOWN, valueOf } from '../../../text/known';
import { type BuildContext } from '../../../workspace/context';
import { handsOn, startedBy } from '../../dockerfile/hardened-runtime/started';
import { mayHaveGainedShell } from '../../dockerfile/hardened/gained-shell';
import { serviceImage, serviceImageFacts } from '../images/service-image';
import { type BuiltDockerfile, builtDockerfile } from './built-dockerfile';
import { commandWords } from './command-words';
import { hasHealthcheck } from './image-healthcheck';
import { listenedPorts } from './image-ports';
import { mayMountPrograms } from './mounts';
import { imageUser, type RunUser, userOf } from './run-user';

/** What a service runs: its image or what it builds, and over that what the service itself says. */
export interface ServiceRun {
  /** As the Compose file names it, or the FROM of its Dockerfile. */
  readonly image: string;
  /** Of the image that all stands on. */
  readonly facts: ImageFacts;
  /** Where it builds one whose Dockerfile and stage are known. */
  readonly built: BuiltStage | undefined;
  /** Whom the image runs as by itself. */
  readonly imageUser: RunUser;
  /** Whom the container runs as. */
  readonly user: RunUser;
  /** A path of it; absent where the container certainly has none. */
  readonly shell: Known<string>;
  /** Whether the image brings a health check that is on. */
  readonly hasHealthcheck: boolean | undefined;
  /** The folder that it starts in. */
  readonly workdir: Known<string>;
  /**
   * What becomes of the words of `command`: the image or an `entrypoint` that only hands on starts them, or another program
   * gets them.
   */
  readonly commandGoes: 'started' | 'to entrypoint' | 'unknown';
}

export interface BuiltStage extends Omit<BuiltDockerfile, 'stage'> {
  readonly stage: Stage;
}

const runs = new ModelMap<
  Service,
  { readonly context: BuildContext; readonly run: ServiceRun | undefined }
>();

/** Absent where nothing is known of what the service runs. */
export function serviceRun(
  compose: Compose,
  service: Service,
  context: BuildContext,
): ServiceRun | undefined {
  const before = runs.get(service);
  if (before?.context === context) return before.run;
  const run = readRun(compose, service, context);
  runs.set(service, { context, run });
  return run;
}

function readRun(compose: Compose, service: Service, context: BuildContext): ServiceRun | undefined {
  if (service.inheritsUnknown) return undefined;
  if (service.build === undefined) {
    const facts = serviceImageFacts(service);
    const image = serviceImage(service)?.reference.text;
    return facts && image !== undefined ? runOf(service, image, facts, undefined) : undefined;
  }
  const found = builtDockerfile(compose, service, context);
  const stage = found && valueOf(found.stage);
  if (found === undefined || stage === undefined || isReplaced(stage, found)) return undefined;
  const root = rootOf(stage);
  const image = root.base.image?.text ?? root.base.text;
  return runOf(service, image, stage.base.facts, { ...found, stage });
}

/** Whether a context of the build takes the place of an image or a stage that the stage stands on. */
function isReplaced(stage: Stage, { build }: BuiltDockerfile): boolean {
  if (build.entry('additional_contexts') === undefined) return false;
  const names = new Set(build.additionalContexts.map(({ name }) => name.toLowerCase()));
  return chainOf(stage).some(({ name, base }) =>
    [name, base.text, valueOf(base.resolved), base.image?.repository].some(
      (each) => each !== undefined && names.has(each.toLowerCase()),
    ),
  );
}

/** Ports that the image says it listens on, as EXPOSE spells them: `8080/tcp`. */
export function portsOf({ built, facts }: ServiceRun): Known<readonly string[]> {
  return built === undefined ? facts.ports : listenedPorts(built.stage, built.dockerfile.escape);
}

function runOf(
  service: Service,
  image: string,
  facts: ImageFacts,
  built: BuiltStage | undefined,
): ServiceRun {
  const own = imageUser(facts, built?.stage);
  const { commandGoes } = built === undefined ? { commandGoes: goesInImage(facts) } : startedBy(built.stage);
  return {
    image,
    facts,
    built,
    imageUser: own,
    user: userOf(service, own, facts, built?.stage),
    shell: shellOf(service, facts, built?.stage),
    hasHealthcheck: hasHealthcheck(service, built?.stage),
    workdir: workdirOf(service, facts, built?.stage),
    commandGoes: goesTo(service, commandGoes),
  };
}

function shellOf(service: Service, facts: ImageFacts, stage: Stage | undefined): Known<string> {
  const isWithout =
    stage === undefined
      ? facts.shell.state === 'absent'
      : stage.base.facts.shell.state === 'absent' && !mayHaveGainedShell(stage);
  if (isWithout) return mayMountPrograms(service) ? UNKNOWN : ABSENT;
  return facts.shell.state === 'absent' ? UNKNOWN : facts.shell;
}

function workdirOf(service: Service, facts: ImageFacts, stage: Stage | undefined): Known<string> {
  const own = service.scalar('working_dir')?.resolved;
  return own ?? (stage === undefined ? facts.workdir : stage.final.workdir);
}

function goesInImage({ entrypoint }: ImageFacts): 'started' | 'to image' | 'unknown' {
  if (entrypoint.state === 'unknown') return 'unknown';
  return entrypoint.state === 'absent' || handsOn(entrypoint.value) ? 'started' : 'to image';
}

function goesTo(
  { entrypoint }: Service,
  inImage: ReturnType<typeof startedBy>['commandGoes'],
): ServiceRun['commandGoes'] {
  if (entrypoint !== undefined) {
    const words = commandWords(entrypoint)?.map(({ text }) => text);
    if (words === undefined) return 'unknown';
    return handsOn(words) ? 'started' : 'to entrypoint';
  }
  if (inImage === 'unknown' || inImage === 'started') return inImage;
  return 'to entrypoint';
}
