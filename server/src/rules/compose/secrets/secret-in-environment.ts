import { type Variable } from '../../../compose/field';
import { type Compose, type Service } from '../../../compose/model';
import { scalarLike } from '../../../compose/scalar-edits';
import { type Edit, replace } from '../../../text/edit';
import { valueOf } from '../../../text/known';
import { isNoSecret, isPlaceholder, secretName } from '../../../text/secret-names';
import { composeRule, type Fix } from '../../rule';
import { fixOf, markedTexts, sharedBy } from '../marked';
import { readFromSecret } from './secret-file';
import { writtenVariables } from './written-variables';

export const secretInEnvironment = composeRule({
  id: 'secret-in-environment',
  summary: 'A secret must not be written into the environment of a service.',
  severity: 'warning',
  fix: 'offer',
  messages: {
    base: 'The value of {name} stands in this file, so whoever may read the repository has it.',
    default: 'The default of {name} stands in this file, and counts wherever nobody sets another one.',
    placeholder:
      'A placeholder stands for {name}: the service starts with it where nobody changes it, and a real value would be readable here.',
  },
  sameAs: { composeLint: ['CL-0020'] },
  since: '0.1.0',
  check({ compose, report }) {
    const found = markedTexts(
      compose,
      (service) => writtenVariables(service).filter(isSecret),
      ({ valueSpan }) => valueSpan,
    );
    for (const { what, services } of found) {
      const { name, literal, scalar, valueSpan } = what;
      const message = isPlaceholder(valueOf(literal) ?? '')
        ? 'placeholder'
        : scalar.interpolation.variables.length > 0
          ? 'default'
          : 'base';
      report({
        message,
        at: valueSpan,
        data: { name },
        findOffers: () => [
          fromFile(compose, services, what),
          fixOf(
            `Require ${name} from the shell or .env`,
            fromShell(compose, what),
            sharedBy(services) ?? moved,
          ),
        ],
      });
    }
  },
});

const moved =
  'The value leaves this file: put it where the service will read it from, and change it if it was ever shared.';

function isSecret({ name, literal, text }: Variable): boolean {
  const known = valueOf(literal);
  return known !== undefined && secretName(name) && !isNoSecret(known) && !/^\$\{\w+:?\?/.test(text);
}

function fromFile(compose: Compose, services: readonly Service[], variable: Variable): Fix | undefined {
  const [service] = services;
  if (service === undefined || services.length > 1) return undefined;
  return fixOf(`Read ${variable.name} from a secret file`, readFromSecret(compose, service, variable), moved);
}

/** `${NAME:?}`: Compose stops with an error where nobody gives a value. */
function fromShell(compose: Compose, { name, text, scalar, form }: Variable): readonly Edit[] | undefined {
  if (!/^[A-Za-z_]\w*$/.test(name)) return undefined;
  const inside = /^\$\{(\w+):?-/.exec(text)?.[1] ?? name;
  const required = `\${${inside}:?}`;
  return [
    replace(
      scalar.span,
      scalarLike(scalar, form === 'map' ? required : `${name}=${required}`, compose.style),
    ),
  ];
}
