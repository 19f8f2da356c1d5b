import { type Service } from '../../../compose/model';
import { type ScalarValue } from '../../../compose/value';
import { valueOf } from '../../../text/known';
import { composeRule } from '../../rule';
import { markedTexts } from '../marked';

export const restartUnbounded = composeRule({
  id: 'restart-unbounded',
  summary: 'A service that fails must not be started again for ever.',
  severity: 'off',
  strict: 'hint',
  fix: 'none',
  messages: {
    base: '{policy} starts a failing container again without end, which hides the failure and takes time from the rest; on-failure:5 gives up.',
  },
  since: '0.1.0',
  check({ compose, report }) {
    for (const { what } of markedTexts(compose, unbounded, ({ span }) => span))
      report({ message: 'base', at: what.span, data: { policy: what.text } });
  },
});

function unbounded(service: Service): readonly ScalarValue[] {
  const policy = service.restart;
  const text = policy && valueOf(policy.resolved);
  return policy !== undefined && text !== undefined && /^(?:always|unless-stopped|on-failure)$/.test(text)
    ? [policy]
    : [];
}
