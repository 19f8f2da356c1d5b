import { type Variable } from '../../../compose/field';
import { type Compose, type Service } from '../../../compose/model';
import { removeEntry, removeItem } from '../../../compose/removal';
import { rootOf } from '../../../dockerfile/chain';
import { type Dockerfile } from '../../../dockerfile/model';
import { PREDEFINED_ARGUMENTS } from '../../../dockerfile/predefined-arguments';
import { instructionsOf } from '../../../dockerfile/walk';
import { type Edit, replace } from '../../../text/edit';
import { closest } from '../../../text/nearest';
import { type BuildContext } from '../../../workspace/context';
import { composeRule } from '../../rule';
import { fixOf } from '../marked';
import { agreedTexts } from './agreed-texts';
import { builtDockerfile } from './built-dockerfile';

interface UnusedArgument {
  readonly argument: Variable;
  readonly service: Service;
  /** Names that the Dockerfile declares and the build does not give. */
  readonly open: readonly string[];
}

export const buildArgUnused = composeRule({
  id: 'build-arg-unused',
  summary: 'An argument of a build must be declared by its Dockerfile.',
  severity: 'warning',
  fix: 'offer',
  messages: {
    base: 'The Dockerfile has no "ARG {name}", so the value goes nowhere.',
    near: 'The Dockerfile has no "ARG {name}", so the value goes nowhere; did you mean {nearest}?',
  },
  since: '0.1.0',
  check({ compose, context, report }) {
    const found = agreedTexts(
      compose,
      (service) => unusedIn(compose, service, context),
      ({ argument }) => argument.scalar,
    );
    for (const { what } of found) {
      const { argument, service, open } = what;
      const nearest = closest(argument.name, open);
      report({
        message: nearest === undefined ? 'base' : 'near',
        at: argument.nameSpan,
        data: { name: argument.name, nearest: nearest ?? '' },
        offers: [
          nearest === undefined
            ? undefined
            : fixOf(`Change to ${nearest}`, renaming(compose, argument, nearest)),
          fixOf(`Remove the argument ${argument.name}`, removal(compose, service, argument)),
        ],
      });
    }
  },
});

function unusedIn(compose: Compose, service: Service, context: BuildContext): readonly UnusedArgument[] {
  const { build } = service;
  if (build === undefined || build.args.length === 0 || service.inheritsUnknown) return [];
  const dockerfile = builtDockerfile(compose, service, context)?.dockerfile;
  if (dockerfile === undefined || dockerfile.stages.length === 0 || mayTrigger(dockerfile)) return [];
  const declared = new Set(
    instructionsOf(dockerfile, 'ARG', { triggers: true }).flatMap(({ pairs }) =>
      pairs.map(({ name }) => name),
    ),
  );
  const given = new Set(build.args.map(({ name }) => name));
  const open = [...declared].filter((name) => !given.has(name));
  return build.args
    .filter(({ name }) => /^\w+$/.test(name) && !declared.has(name) && !isBuiltIn(name))
    .map((argument) => ({ argument, service, open }));
}

/** Builders read some names without any ARG. */
function isBuiltIn(name: string): boolean {
  return PREDEFINED_ARGUMENTS.has(name) || name.startsWith('BUILDKIT_') || name.startsWith('BUILDX_');
}

/** Whether an image that a stage stands on may have a trigger that declares more: one of which nothing is known. */
function mayTrigger(dockerfile: Dockerfile): boolean {
  return dockerfile.stages.some((stage) => {
    const { base } = rootOf(stage);
    if (base.isScratch || base.facts.hardened !== undefined) return false;
    const { repository = '', tag = '' } = base.image ?? {};
    return !/^docker\.io\/library\/[^/]+$/.test(repository) || tag.includes('onbuild');
  });
}

function renaming(
  compose: Compose,
  { nameSpan, name }: Variable,
  nearest: string,
): readonly Edit[] | undefined {
  // Quotes and escapes stay as they are.
  const written = compose.source.slice(nameSpan);
  const at = written.indexOf(name);
  if (at < 0) return undefined;
  const start = nameSpan.start + at;
  return [replace({ start, end: start + name.length }, nearest)];
}

/** Absent where the argument is the only one, so that its key would stand without a value. */
function removal(compose: Compose, service: Service, { scalar }: Variable): readonly Edit[] | undefined {
  const args = service.build?.entry('args')?.value;
  let edit: Edit | undefined;
  if (args?.kind === 'list') edit = removeItem(compose.source, args, scalar);
  else if (args?.kind === 'map') {
    const entry = args.ownEntries.find(({ value }) => value === scalar);
    edit = entry && removeEntry(compose.source, entry);
  }
  return edit && [edit];
}
