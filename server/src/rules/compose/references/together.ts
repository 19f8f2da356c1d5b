import { type Service } from '../../../compose/model';

/**
 * Whether two services run at the same time for certain: both always, or both with one profile. Who gives them different
 * profiles mostly means the one or the other.
 */
export function runTogether(a: Service, b: Service): boolean {
  if (a.isFragment || b.isFragment || a.inheritsUnknown || b.inheritsUnknown) return false;
  const [first, second] = [profilesOf(a), profilesOf(b)];
  if (first.length === 0 || second.length === 0) return first.length === second.length;
  return first.some((profile) => second.includes(profile));
}

function profilesOf(service: Service): readonly string[] {
  return service.profiles.map(({ text }) => text);
}
