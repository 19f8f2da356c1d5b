import { quoteScalar } from '../../../compose/scalar-edits';
import { type ScalarValue } from '../../../compose/value';
import { composeRule } from '../../rule';
import { fixOf, markedTexts } from '../marked';

/**
 * A number in base 60 as YAML 1.1 writes it. Compose 2 reads YAML by a library that never knew that form; docker-compose 1
 * and podman-compose read it by PyYAML, which does.
 * @see https://yaml.org/type/int.html
 * @see https://github.com/go-yaml/yaml#compatibility
 */
const base60 = /^([1-9]\d{0,4}):([0-5]?\d)$/;

export const portNotQuoted = composeRule({
  id: 'port-not-quoted',
  summary: 'A port mapping that YAML 1.1 reads as a number must stand in quotes.',
  severity: 'warning',
  fix: 'safe',
  messages: {
    base: 'YAML 1.1 reads {text} as the number {number}, in base 60: podman-compose and docker-compose 1 then publish another port. Quotes prevent that.',
  },
  sameAs: { dclint: ['require-quotes-in-ports'] },
  since: '0.1.0',
  check({ compose, report }) {
    const found = markedTexts(
      compose,
      (service) =>
        service.ports
          .map(({ value }) => value)
          .filter((value): value is ScalarValue => value.kind === 'scalar'),
      (scalar) => scalar.span,
    );
    for (const { what } of found) {
      const match = what.style === 'plain' ? base60.exec(what.text) : null;
      if (match === null) continue;
      report({
        message: 'base',
        at: what.span,
        data: { text: what.text, number: Number(match[1]) * 60 + Number(match[2]) },
        fix: fixOf('Put the port in quotes', [quoteScalar(what, compose.style)]),
      });
    }
  },
});
