import { addItem, replaceInList } from '../../../compose/edits';
import { valueOf } from '../../../text/known';
import { composeRule } from '../../rule';
import { fixOf, wholeServices } from '../marked';

const option = 'no-new-privileges:true';

export const noNewPrivilegesMissing = composeRule({
  id: 'no-new-privileges-missing',
  summary: 'A service must not be able to gain privileges through set-uid programs.',
  severity: 'hint',
  strict: 'warning',
  fix: 'offer',
  messages: {
    base: 'A set-uid program can make a process of {service} root; security_opt: [no-new-privileges:true] prevents that.',
  },
  sameAs: { composeLint: ['CL-0003'], semgrep: ['no-new-privileges'] },
  since: '0.1.0',
  check({ compose, report }) {
    for (const service of wholeServices(compose)) {
      const options = service.securityOpt.map((item) => valueOf(item.resolved));
      if (options.some((text) => text === undefined || /^no-new-privileges(?:[:=]true)?$/i.test(text)))
        continue;
      const refused = service.securityOpt.find(({ text }) => /^no-new-privileges[:=]/i.test(text));
      const edits =
        refused === undefined
          ? addItem(compose, service, 'security_opt', option)
          : replaceInList(compose, [service], 'security_opt', refused, option);
      report({
        message: 'base',
        at: service.nameSpan,
        data: { service: service.name },
        offers: [fixOf('Forbid new privileges', edits)],
      });
    }
  },
});
