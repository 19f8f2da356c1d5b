import { type Service } from '../../../compose/model';
import { valueOf } from '../../../text/known';

/** Folders that shells and tools lie in, and those above them. */
const ofPrograms =
  /^\/(?:(?:usr\/)?(?:local\/)?(?:s?bin(?:\/.*)?)?|usr|usr\/local|busybox(?:\/.*)?|nix(?:\/.*)?)$/;

/** Whether something that is mounted may bring a program that the image lacks. */
export function mayMountPrograms({ volumes, inheritsUnknown, configs }: Service): boolean {
  if (inheritsUnknown) return true;
  const targets = [
    ...volumes.map(({ target }) => valueOf(target)),
    ...configs.map(({ options }) => {
      const target = options?.get('target')?.value;
      return target?.kind === 'scalar' ? target.text : '/none';
    }),
  ];
  return targets.some((target) => target === undefined || ofPrograms.test(target.replace(/(?!^)\/+$/, '')));
}

const ofSettings = /^\/etc(?:\/|$)|\.(?:conf|cfg|cnf|ini|ya?ml|json|toml|xml|properties|env|template|js|ts)$/;

/** Whether a file that is mounted may tell the program where to listen. */
export function mayMountSettings(service: Service): boolean {
  if (service.configs.length > 0 || service.secrets.length > 0) return true;
  return service.volumes.some(({ type, target, source }) => {
    if (valueOf(type) !== 'bind') return type.state !== 'known';
    const paths = [valueOf(target), valueOf(source)];
    return paths.some((path) => path === undefined || ofSettings.test(path));
  });
}
