import { assumeYesRule } from './assume-yes';

/** microdnf asks where libdnf does: https://github.com/rpm-software-management/microdnf/pull/94 */
export const dnfAssumeYes = assumeYesRule({
  id: 'dnf-assume-yes',
  managers: { dnf: 'error', microdnf: 'info' },
  sameAs: { hadolint: ['DL3038'] },
});
