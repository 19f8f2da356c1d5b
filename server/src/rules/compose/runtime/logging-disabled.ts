import { type Compose, type Service } from '../../../compose/model';
import { replaceScalar } from '../../../compose/scalar-edits';
import { scalarOf, type ScalarValue } from '../../../compose/value';
import { valueOf } from '../../../text/known';
import { composeRule, type Fix } from '../../rule';
import { fixOf, markedTexts, sharedBy } from '../marked';

export const loggingDisabled = composeRule({
  id: 'logging-disabled',
  summary: 'The output of a service must be kept.',
  severity: 'info',
  fix: 'offer',
  messages: {
    base: 'The driver none throws away what the service writes, so that neither a fault nor a break-in leaves a trace; local keeps it and rotates its files.',
  },
  sameAs: { composeLint: ['CL-0014'] },
  since: '0.1.0',
  check({ compose, report }) {
    for (const { what, services } of markedTexts(compose, disabled, ({ span }) => span))
      report({ message: 'base', at: what.span, offers: [keep(compose, what, services)] });
  },
});

function disabled(service: Service): readonly ScalarValue[] {
  const driver = scalarOf(service.logging?.get('driver')?.value);
  return driver !== undefined && valueOf(driver.resolved) === 'none' ? [driver] : [];
}

function keep(compose: Compose, driver: ScalarValue, services: readonly Service[]): Fix | undefined {
  if (driver.interpolation.variables.length > 0) return undefined;
  return fixOf('Use the driver local', [replaceScalar(driver, 'local', compose.style)], sharedBy(services));
}
