import { setInService } from '../../../compose/edits';
import { insertPairs } from '../../../compose/insertion';
import { type Compose, type Service } from '../../../compose/model';
import { replaceScalar } from '../../../compose/scalar-edits';
import { insert } from '../../../text/edit';
import { closest } from '../../../text/nearest';
import { valueOf } from '../../../text/known';
import { type Span } from '../../../text/span';
import { buildOf } from '../../../workspace/compose-builds';
import { type BuildContext } from '../../../workspace/context';
import { type SeenDockerfiles } from '../../../workspace/seen-dockerfiles';
import { nameOf, parentOf, relativePath } from '../../../workspace/uri';
import { composeRule, type Fix } from '../../rule';
import { fixOf, markedTexts } from '../marked';

interface MissingDockerfile {
  readonly service: Service;
  readonly uri: string;
  /** URI of the build context. */
  readonly folder: string;
  readonly span: Span;
}

export const buildDockerfileMissing = composeRule({
  id: 'build-dockerfile-missing',
  summary: 'The Dockerfile that a service builds from must be there.',
  severity: 'error',
  fix: 'offer',
  messages: {
    base: 'There is no {path} in the build context {context}, so the build fails.',
    outside: 'There is no {path} where the build looks for it, so the build fails.',
  },
  since: '0.1.0',
  check({ compose, context, report }) {
    const { dockerfiles } = context;
    if (dockerfiles === undefined) return;
    const found = markedTexts(
      compose,
      (service) => missingIn(compose, service, context),
      ({ span }) => span,
    );
    for (const { what } of found) {
      const { uri, folder, span, service } = what;
      const path = relativePath(folder, uri);
      report({
        message: path === undefined ? 'outside' : 'base',
        at: span,
        data: {
          path: path ?? nameOf(uri),
          context: valueOf(service.build?.context?.resolved ?? { state: 'absent' }) ?? '.',
        },
        offers: [...near(compose, what, dockerfiles), creation(what)],
      });
    }
  },
});

function missingIn(compose: Compose, service: Service, context: BuildContext): readonly MissingDockerfile[] {
  const { build, inheritsUnknown } = service;
  if (build === undefined || inheritsUnknown) return [];
  const place = buildOf(compose, service);
  const uri = place?.dockerfile;
  if (place === undefined || uri === undefined || context.dockerfiles?.at(uri).state !== 'absent') return [];
  const span = (build.dockerfile ?? build.context)?.span ?? service.entry('build')?.keySpan;
  return span === undefined ? [] : [{ service, uri, folder: place.context, span }];
}

/** Dockerfiles that lie where the missing one was looked for, the nearest name first. */
function near(
  compose: Compose,
  { service, uri, folder }: MissingDockerfile,
  dockerfiles: SeenDockerfiles,
): readonly (Fix | undefined)[] {
  const parent = parentOf(uri);
  const names = parent === undefined ? [] : dockerfiles.namesIn(parent);
  const path = relativePath(folder, uri);
  if (path === undefined || names.length === 0) return [];
  const nearest = closest(nameOf(uri), names);
  const inOrder = [...names].sort((a, b) => Number(b === nearest) - Number(a === nearest)).slice(0, 3);
  return inOrder.map((name) => {
    const wanted = path.slice(0, path.lastIndexOf('/') + 1) + name;
    return fixOf(`Build from ${wanted}`, toDockerfile(compose, service, wanted));
  });
}

function toDockerfile(compose: Compose, service: Service, path: string): ReturnType<typeof setInService> {
  const { build } = service;
  if (build?.dockerfile !== undefined) return [replaceScalar(build.dockerfile, path, compose.style)];
  const value = service.entry('build')?.value;
  if (value?.kind === 'map' && value.origin.kind === 'own')
    return insertPairs(compose, value, { dockerfile: path });
  const context = value?.kind === 'scalar' ? value : undefined;
  if (context === undefined) return undefined;
  return setInService(compose, service, 'build', {
    map: { context: { raw: compose.source.slice(context.span) }, dockerfile: path },
  });
}

function creation({ uri, folder }: MissingDockerfile): Fix | undefined {
  if (relativePath(folder, uri) === undefined) return undefined;
  const text = '# syntax=docker/dockerfile:1\n\nFROM scratch\nUSER 65532:65532\n';
  return {
    title: `Create ${nameOf(uri)}`,
    edits: [],
    others: [{ uri, create: true, edits: [insert(0, text)] }],
  };
}
