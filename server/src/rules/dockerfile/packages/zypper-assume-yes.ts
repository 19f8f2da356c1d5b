import { assumeYesRule } from './assume-yes';

export const zypperAssumeYes = assumeYesRule({
  id: 'zypper-assume-yes',
  managers: { zypper: 'error' },
  sameAs: { hadolint: ['DL3034'] },
});
