import { dockerfileRule } from '../../rule';
import { addUser } from './switch-user';
import { unusedAccount } from './unused-account';

export const userCreatedUnused = dockerfileRule({
  id: 'user-created-unused',
  summary: 'An account that is made for the application must be switched to.',
  severity: 'warning',
  fix: 'offer',
  messages: {
    base: 'The account "{name}" is made, but no USER switches to it: the container runs as root all the same.',
  },
  sameAs: { tally: ['user-created-but-never-used'] },
  since: '0.1.0',
  check(context) {
    const { dockerfile, report } = context;
    for (const stage of dockerfile.targets) {
      const account = unusedAccount(stage);
      if (account === undefined) continue;
      const { name, span } = account;
      report({ message: 'base', at: span, data: { name }, offers: addUser(context, stage) });
    }
  },
});
