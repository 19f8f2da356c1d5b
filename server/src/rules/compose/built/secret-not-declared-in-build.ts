import { addDeclaration, appendToList, type Edits, setInService } from '../../../compose/edits';
import { insertPairs } from '../../../compose/insertion';
import { type Compose, type Service } from '../../../compose/model';
import { scalarOf } from '../../../compose/value';
import { type Mount, type Stage } from '../../../dockerfile/model';
import { instructionsOf } from '../../../dockerfile/walk';
import { type Span } from '../../../text/span';
import { valueOf } from '../../../text/known';
import { type BuildContext } from '../../../workspace/context';
import { composeRule, type Related } from '../../rule';
import { fixOf, markedTexts } from '../marked';
import { isOpen } from '../references/declared';
import { builtDockerfile } from './built-dockerfile';
import { inDockerfile } from './in-dockerfile';

interface MissingSecret {
  readonly id: string;
  readonly span: Span;
  readonly service: Service;
  /** Where the Dockerfile mounts it. */
  readonly mounted: readonly Related[];
}

export const secretNotDeclaredInBuild = composeRule({
  id: 'secret-not-declared-in-build',
  summary: 'A secret that a Dockerfile mounts must be handed to its build.',
  severity: 'warning',
  fix: 'offer',
  messages: {
    base: 'The Dockerfile mounts the secret "{id}", which this build does not hand over: the command that needs it finds nothing.',
  },
  since: '0.1.0',
  check({ compose, context, report }) {
    const all = compose.services.flatMap((service) => missingIn(compose, service, context));
    for (const id of new Set(all.map((missing) => missing.id))) {
      const found = markedTexts(
        compose,
        (service) => all.filter((missing) => missing.id === id && missing.service === service),
        ({ span }) => span,
      );
      for (const { what, services } of found)
        report({
          message: 'base',
          at: what.span,
          data: { id },
          related: what.mounted,
          offers: [
            services.length === 1
              ? fixOf(`Hand over the secret ${id}`, handOver(compose, what), question(compose, id))
              : undefined,
          ],
        });
    }
  },
});

function missingIn(compose: Compose, service: Service, context: BuildContext): readonly MissingSecret[] {
  const built = service.inheritsUnknown ? undefined : builtDockerfile(compose, service, context);
  const stage = built && valueOf(built.stage);
  if (built === undefined || stage === undefined) return [];
  const { build } = built;
  const given = build.secrets.map(({ name, options }) => {
    const target = scalarOf(options?.get('target')?.value);
    return valueOf(target === undefined ? name : target.resolved);
  });
  const span = build.entry('secrets')?.keySpan ?? service.entry('build')?.keySpan;
  if (span === undefined || given.includes(undefined)) return [];
  return [...mountedSecrets(stage)]
    .filter(([id]) => !given.includes(id))
    .map(([id, mount]) => ({
      id,
      span,
      service,
      mounted: inDockerfile(built, mount.flag.span, 'The secret is mounted here.'),
    }));
}

/** The secrets that building the stage mounts, by their ids, where each is mounted first: its own and those of the stages that it needs. */
function mountedSecrets(top: Stage): ReadonlyMap<string, Mount> {
  const mounts = new Map<string, Mount>();
  const seen = new Set<Stage>([top]);
  for (const stage of seen) {
    for (const run of instructionsOf(stage, 'RUN'))
      for (const mount of run.mounts) {
        const id = mount.type === 'secret' ? idOf(mount) : undefined;
        if (id !== undefined && /^[\w.-]+$/.test(id) && !mounts.has(id)) mounts.set(id, mount);
      }
    if (stage.base.stage !== undefined) seen.add(stage.base.stage);
    for (const { stage: used } of stage.uses) if (used !== undefined) seen.add(used);
  }
  return mounts;
}

/** @see https://docs.docker.com/reference/dockerfile/#run---mounttypesecret */
function idOf(mount: Mount): string | undefined {
  const id = mount.option('id')?.value ?? mount.option('source', 'src')?.value;
  const target = mount.option('target', 'dst', 'destination')?.value;
  return id ?? target?.slice(target.lastIndexOf('/') + 1);
}

function handOver(compose: Compose, { id, service }: MissingSecret): Edits {
  const edits = inBuild(compose, service, id);
  if (edits === undefined || isDeclared(compose, id)) return edits;
  const declaration = addDeclaration(compose, 'secrets', id, { map: { environment: variableOf(id) } });
  return declaration && [...edits, ...declaration];
}

function inBuild(compose: Compose, service: Service, id: string): Edits {
  const value = service.entry('build')?.value;
  if (value?.kind === 'scalar')
    return setInService(compose, service, 'build', {
      map: { context: { raw: compose.source.slice(value.span) }, secrets: [id] },
    });
  if (value?.kind !== 'map' || value.origin.kind !== 'own') return undefined;
  const secrets = value.get('secrets');
  if (secrets === undefined) return insertPairs(compose, value, { secrets: [id] });
  const isOwn = secrets.origin.kind === 'own' && secrets.value.origin.kind === 'own';
  return isOwn && secrets.value.kind === 'list' ? appendToList(compose, secrets.value, [id]) : undefined;
}

/** Where a file that is not read may declare it, Compose's own message tells. */
function isDeclared(compose: Compose, id: string): boolean {
  return compose.declared('secrets').some(({ key }) => key === id) || isOpen(compose);
}

function question(compose: Compose, id: string): string | undefined {
  return isDeclared(compose, id) ? undefined : `The value is taken from the variable ${variableOf(id)}.`;
}

/** @see https://docs.docker.com/reference/compose-file/secrets/ */
function variableOf(id: string): string {
  return id.toUpperCase().replace(/\W/g, '_');
}
