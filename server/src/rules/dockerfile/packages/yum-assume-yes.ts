import { assumeYesRule } from './assume-yes';

export const yumAssumeYes = assumeYesRule({
  id: 'yum-assume-yes',
  managers: { yum: 'error' },
  sameAs: { hadolint: ['DL3030'] },
});
