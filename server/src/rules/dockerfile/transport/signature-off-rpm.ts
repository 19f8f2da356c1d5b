import { type ShellCommand } from '../../../shell/model';
import { flagSwitch } from './flag-switch';
import { signatureOffRule } from './off-rule';

export const signatureOffRpm = signatureOffRule({
  id: 'signature-off-rpm',
  tool: 'rpm',
  sameAs: { checkov: ['CKV2_DOCKER_10'] },
  switches: ['--nosignature', '--nodigest', '--noverify'].map((name) => flagSwitch(installingRpm, name)),
});

/** rpm where it installs: what only asks (`rpm -qp`) puts nothing into the image. */
function installingRpm({ name, args }: ShellCommand): string | undefined {
  const installs = args.some(({ value }) =>
    /^(?:-[hv]*[iUF][hv]*|--(?:install|upgrade|freshen|reinstall))$/.test(value),
  );
  return name === 'rpm' && installs ? name : undefined;
}
