import { type BuildConfig } from '../../../compose/field';
import { type Compose, type Service } from '../../../compose/model';
import { type Dockerfile, type DockerfileOptions, type Stage } from '../../../dockerfile/model';
import { ModelMap } from '../../../dockerfile/model-map';
import { parseDockerfile } from '../../../dockerfile/parse';
import { ABSENT, type Known, known, UNKNOWN, valueOf } from '../../../text/known';
import { buildOf } from '../../../workspace/compose-builds';
import { type BuildContext } from '../../../workspace/context';
import { type DockerfileText } from '../../../workspace/seen-dockerfiles';
import { isPlainDockerfile } from '../../dockerfile/syntax/known-frontend';

/** The Dockerfile that a service builds from. */
export interface BuiltDockerfile {
  readonly build: BuildConfig;
  /** Absent where the text stands in the Compose file. */
  readonly uri: string | undefined;
  readonly dockerfile: Dockerfile;
  /** The stage that becomes the image; unknown where the target is not known, absent where there is no such stage. */
  readonly stage: Known<Stage>;
}

interface Found {
  readonly context: BuildContext;
  readonly found: BuiltDockerfile | undefined;
}

const built = new ModelMap<Service, Found>();

/** Absent where the service builds nothing, or where the Dockerfile is not known or not in Docker's own language. */
export function builtDockerfile(
  compose: Compose,
  service: Service,
  context: BuildContext,
): BuiltDockerfile | undefined {
  const { build } = service;
  if (build === undefined) return undefined;
  const before = built.get(service);
  if (before?.context === context) return before.found;
  const found = readBuilt(compose, service, build, context);
  built.set(service, { context, found });
  return found;
}

function readBuilt(
  compose: Compose,
  service: Service,
  build: BuildConfig,
  context: BuildContext,
): BuiltDockerfile | undefined {
  const options = optionsFor(build, service.hardenedImageMirrors);
  const inline = build.dockerfileInline;
  const found =
    inline === undefined
      ? fromFile(compose, service, context, options)
      : { uri: undefined, dockerfile: fromText(valueOf(inline.resolved), options) };
  if (found?.dockerfile === undefined || !isPlainDockerfile(found.dockerfile)) return undefined;
  const { uri, dockerfile } = found;
  return { build, uri, dockerfile, stage: stageOf(dockerfile, build) };
}

/** What the service builds by: a stage's name in `target`, values in `args`. */
function optionsFor({ args, target }: BuildConfig, mirrors: readonly string[]): DockerfileOptions {
  const name = target === undefined ? undefined : valueOf(target.resolved);
  return {
    hardenedImageMirrors: mirrors,
    // A name alone takes the value from whoever builds, who may have none.
    buildArgs: new Map(args.map(({ name: key, value }) => [key, value.state === 'absent' ? UNKNOWN : value])),
    ...(name === undefined ? {} : { shippedTargets: [name] }),
  };
}

function stageOf(dockerfile: Dockerfile, { target }: BuildConfig): Known<Stage> {
  const name: Known<string> = target?.resolved ?? ABSENT;
  if (name.state === 'unknown') return UNKNOWN;
  const wanted = valueOf(name) ?? '';
  const stage = wanted === '' ? dockerfile.stages.at(-1) : dockerfile.stage(wanted);
  return stage === undefined ? ABSENT : known(stage);
}

function fromFile(
  compose: Compose,
  service: Service,
  { dockerfiles }: BuildContext,
  options: DockerfileOptions,
): { readonly uri: string; readonly dockerfile: Dockerfile } | undefined {
  const uri = buildOf(compose, service)?.dockerfile;
  const content = uri === undefined ? undefined : valueOf(dockerfiles?.at(uri) ?? UNKNOWN);
  return uri === undefined || content === undefined
    ? undefined
    : { uri, dockerfile: parsed(content, options) };
}

function fromText(text: string | undefined, options: DockerfileOptions): Dockerfile | undefined {
  return text === undefined ? undefined : parseDockerfile(text, options);
}

/** So many ways to build one file are kept. */
const mostKept = 32;

const models = new WeakMap<DockerfileText, Map<string, Dockerfile>>();

/** A file is parsed once for each of its texts and each way to build it, whatever changes around it. */
function parsed(content: DockerfileText, options: DockerfileOptions): Dockerfile {
  const { buildArgs, shippedTargets, hardenedImageMirrors } = options;
  const key = JSON.stringify([[...(buildArgs ?? [])], shippedTargets, hardenedImageMirrors]);
  let kept = models.get(content);
  if (kept === undefined || kept.size >= mostKept)
    models.set(content, (kept = new Map<string, Dockerfile>()));
  let dockerfile = kept.get(key);
  if (dockerfile === undefined) kept.set(key, (dockerfile = parseDockerfile(content.source, options)));
  return dockerfile;
}
