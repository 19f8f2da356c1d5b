import { chainOf, rootOf } from '../../../dockerfile/chain';
import { addLineAfter } from '../../../dockerfile/edits';
import { inKeywordCase } from '../../../dockerfile/keyword-case';
import { switchImages } from '../../../dockerfile/image-switch/switch-images';
import { type Base, type Dockerfile, type Stage } from '../../../dockerfile/model';
import { packageCommandsOf } from '../../../dockerfile/package-commands';
import { type Venv } from '../../../dockerfile/venv/model';
import { instructionsOf } from '../../../dockerfile/walk';
import { imagePythons } from '../../../image/interpreters';
import { type ImageReference } from '../../../image/reference';
import { isUvImage, newestUv } from '../../../image/uv';
import { runtimeTwin } from '../../../image/catalog/twins';
import { type Edit } from '../../../text/edit';
import { valueOf, type Known } from '../../../text/known';
import { type Fix } from '../../rule';
import { devTwinOf } from '../hardened/twin-tag';

/**
 * Offers to build an environment on the image that it runs on, or on its build variant, so that its Python is the same.
 * Absent where the build stage's image cannot be changed alone, is used for more than that, or was asked for another version.
 */
export function buildOnSame(dockerfile: Dockerfile, venv: Venv, target: Stage): Fix | undefined {
  const { stage } = venv;
  const below = rootOf(target);
  const image = buildImage(below.base);
  const own = stage.base.image;
  if (image === undefined || own === undefined || dockerfile.ships(stage)) return undefined;
  const [python] = (below.base.image && valueOf(imagePythons(below.base.image, below.base.facts))) ?? [];
  const [wanted] = venv.pythons;
  if (python === undefined || wanted === undefined || isOther(python.version, wanted.version))
    return undefined;
  if (usesPackages(stage) && !sharesPackages(stage.base, below.base)) return undefined;
  const switched = switchImages(dockerfile, [{ span: stage.base.span, from: own.text, to: image }]);
  if (switched === undefined) return undefined;
  const title = `Build on ${image}, whose Python this stage has`;
  if (!isUvImage(own)) return wanted.managed ? undefined : { title, edits: switched };
  const uv = uvAlone(own);
  if (uv === undefined || stage.instructions[0] === undefined) return undefined;
  const added = addLines(dockerfile, stage, [`COPY --from=${uv} /uv /uvx /bin/`, NEVER]);
  return { title, edits: [...switched, added] };
}

const NEVER = 'ENV UV_PYTHON_DOWNLOADS=never';

function addLines(dockerfile: Dockerfile, { from }: Stage, lines: readonly string[]): Edit {
  const written = lines.map((line) => inKeywordCase(dockerfile, line));
  return addLineAfter(dockerfile, from, written.join(dockerfile.source.eol));
}

function isOther(one: Known<string>, other: Known<string>): boolean {
  return one.state === 'known' && other.state === 'known' && one.value !== other.value;
}

/** The image itself where it can build, else its build variant. */
function buildImage(base: Base): string | undefined {
  const { image, text, facts } = base;
  if (image?.tag === undefined || image.text !== text || image.digest !== undefined) return undefined;
  if (facts.hardened === undefined)
    return facts.shell.state === 'known' && facts.packageManager.state === 'known' ? text : undefined;
  const twin = devTwinOf(base);
  return twin && `${image.name}:${twin.tag}`;
}

function usesPackages(stage: Stage): boolean {
  return chainOf(stage).some((each) =>
    instructionsOf(each, 'RUN').some((run) =>
      packageCommandsOf(run).some(({ manager }) => /^(?:apt|apk|dnf|yum|microdnf)$/.test(manager.name)),
    ),
  );
}

function sharesPackages(one: Base, other: Base): boolean {
  const [first, second] = [one, other].map(({ facts }) => valueOf(facts.libc));
  return first !== undefined && first === second;
}

/** The image of uv that holds nothing but uv, of the same version. */
function uvAlone(image: ImageReference): string | undefined {
  const { name, repository, tag, digest } = image;
  if (digest !== undefined) return undefined;
  if (repository === 'ghcr.io/astral-sh/uv' || repository === 'docker.io/astral/uv')
    return `${name}:${/^\d+(?:\.\d+)*/.exec(tag ?? '')?.[0] ?? newestUv}`;
  if (tag === undefined) return undefined;
  const twin = runtimeTwin('uv', tag);
  return `${name}:${twin !== undefined && 'tag' in twin ? twin.tag : tag}`;
}
