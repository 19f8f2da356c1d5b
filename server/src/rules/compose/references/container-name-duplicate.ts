import { type Service } from '../../../compose/model';
import { type ScalarValue } from '../../../compose/value';
import { valueOf } from '../../../text/known';
import { composeRule } from '../../rule';
import { runTogether } from './together';

export const containerNameDuplicate = composeRule({
  id: 'container-name-duplicate',
  summary: 'Two services must not have one container name.',
  severity: 'error',
  fix: 'none',
  messages: {
    base: 'The services {first} and {second} have the container name {name}, which only one container can have: Compose refuses to start them.',
  },
  sameAs: { dclint: ['no-duplicate-container-names'] },
  since: '0.1.0',
  check({ compose, report }) {
    const byName = new Map<string, { readonly service: Service; readonly scalar: ScalarValue }[]>();
    const said = new Set<number>();
    for (const service of compose.services) {
      const scalar = service.scalar('container_name');
      const name = scalar && valueOf(scalar.resolved);
      if (scalar === undefined || name === undefined) continue;
      const earlier = byName.get(name) ?? [];
      const other = earlier.find((each) => runTogether(each.service, service));
      byName.set(name, [...earlier, { service, scalar }]);
      if (other === undefined || said.has(scalar.span.start)) continue;
      said.add(scalar.span.start);
      const isApart = other.scalar.span.start !== scalar.span.start;
      report({
        message: 'base',
        at: scalar.span,
        data: { first: other.service.name, second: service.name, name },
        related: isApart ? [{ at: other.scalar.span, text: `${other.service.name} has the name` }] : [],
      });
    }
  },
});
