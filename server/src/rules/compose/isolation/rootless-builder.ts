import { type Addition } from '../../../compose/edits';
import { type Service } from '../../../compose/model';
import { valueOf } from '../../../text/known';
import { serviceImage, serviceImageFacts } from '../images/service-image';

/** What rootless BuildKit is let off by, in a container that is not privileged. */
export const rootlessProfiles: readonly string[] = ['seccomp', 'apparmor', 'systempaths'];

/**
 * Whether the service runs BuildKit's daemon under rootlesskit, which makes a user and a mount namespace of its own: the
 * hardened image's runtime variant, and moby/buildkit under its tags for that.
 * @see https://github.com/moby/buildkit/blob/master/docs/rootless.md
 */
export function isRootlessBuilder(service: Service): boolean {
  if (service.build !== undefined || service.entrypoint !== undefined || service.user !== undefined)
    return false;
  const facts = serviceImageFacts(service);
  if (facts?.hardened !== undefined)
    return facts.hardened.repository === 'buildkit' && valueOf(facts.isRoot) === false;
  const reference = serviceImage(service)?.reference;
  return reference?.repository === 'docker.io/moby/buildkit' && /(?:^|-)rootless$/.test(reference.tag ?? '');
}

/** The options that the service does not have yet; systempaths is not needed where builds share the daemon's processes. */
export function rootlessOptions({ securityOpt, command }: Service): Addition {
  const given = securityOpt.map(({ resolved }) => valueOf(resolved) ?? '');
  const sharesProcesses = command?.words.some(({ text }) => text.includes('--oci-worker-no-process-sandbox'));
  const needed = sharesProcesses === true ? rootlessProfiles.slice(0, 2) : rootlessProfiles;
  const missing = needed.filter((profile) => !given.some((option) => optionOf(option) === profile));
  return { key: 'security_opt', items: missing.map((profile) => `${profile}=unconfined`) };
}

/** What an option of `security_opt` is about: `seccomp` of `seccomp:unconfined`. */
export function optionOf(option: string): string {
  return option.split(/[:=]/, 1)[0]?.toLowerCase() ?? '';
}
