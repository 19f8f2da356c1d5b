import { type Command } from '../../../compose/field';
import { type Compose, type Service } from '../../../compose/model';
import { replaceScalar } from '../../../compose/scalar-edits';
import { type ScalarValue } from '../../../compose/value';
import { secretName } from '../../../text/secret-names';
import { findSecretValues } from '../../../text/secret-values';
import { type Span } from '../../../text/span';
import { composeRule, type Fix } from '../../rule';
import { fixOf, markedTexts, sharedBy } from '../marked';
import { writtenVariables } from './written-variables';

/** A password in a URL, and the text that it stands in. */
interface UrlPassword {
  readonly scalar: ScalarValue;
  /** In the scalar's text. */
  readonly start: number;
  readonly end: number;
  readonly at: Span;
  /** Name of the variable that could hold it. */
  readonly variable: string;
}

export const secretInUrl = composeRule({
  id: 'secret-in-url',
  summary: 'A password must not be written into a URL of a service.',
  severity: 'warning',
  fix: 'offer',
  messages: {
    base: 'The password of this URL stands in the file, so whoever may read the repository has it.',
  },
  sameAs: { composeLint: ['CL-0021'] },
  since: '0.1.0',
  check({ compose, source, report }) {
    // Most files have no such URL, and need no closer look.
    if (!/:\/\/[^\s/@]{0,400}@/.test(source.text)) return;
    for (const { what, services } of markedTexts(compose, passwords, ({ at }) => at))
      report({
        message: 'base',
        at: what.at,
        findOffers: () => [fromVariable(compose, what, services)],
      });
  },
});

/** What stands in a template until somebody fills it in. */
const blank = /^(?:%[sv]|%\w+%|__\w+__|@\w+@|x{2,}|\*{2,}|\.{3})$/i;

function passwords(service: Service): readonly UrlPassword[] {
  // Variables that are secrets by their names have a rule of their own.
  const variables = writtenVariables(service).filter(({ name }) => !secretName(name));
  const words = [service.command, service.entrypoint, service.healthcheck?.test].flatMap(
    (command: Command | undefined) => command?.words ?? [],
  );
  const own = `${service.name.toUpperCase().replace(/[^A-Z0-9]+/g, '_')}_PASSWORD`;
  return [
    ...variables.flatMap(({ name, scalar }) => inScalar(scalar, passwordName(name))),
    ...words.flatMap((word) => inScalar(word, own)),
  ];
}

/** `DATABASE_URL` → `DATABASE_PASSWORD`, `BROKER` → `BROKER_PASSWORD`. */
function passwordName(name: string): string {
  const stem = name.replace(/(?<=\w)_?(?:URL|URI|DSN|CONNECTION_STRING|CONN|CONN_STR)$/i, '');
  return `${stem.toUpperCase()}_PASSWORD`;
}

function inScalar(scalar: ScalarValue, variable: string): readonly UrlPassword[] {
  const { text, textStart } = scalar;
  if (!text.includes('://')) return [];
  return findSecretValues(text).flatMap(({ kind, start, end }) => {
    if (kind !== 'a password in a URL' || blank.test(text.slice(start, end))) return [];
    const at = textStart === undefined ? scalar.span : { start: textStart + start, end: textStart + end };
    return [{ scalar, start, end, at, variable }];
  });
}

function fromVariable(
  compose: Compose,
  { scalar, start, end, variable }: UrlPassword,
  services: readonly Service[],
): Fix | undefined {
  if (!/^[A-Z_]\w*$/.test(variable)) return undefined;
  const { text, style } = scalar;
  if (style === 'block') return undefined;
  const changed = `${text.slice(0, start)}\${${variable}:?}${text.slice(end)}`;
  return fixOf(
    `Require ${variable} from the shell or .env`,
    [replaceScalar(scalar, changed, compose.style)],
    sharedBy(services) ?? moved,
  );
}

const moved =
  'The password leaves this file: put it where Compose will read it from, with characters such as @ and / as %40 and %2F, and change it if it was ever shared.';
