import { type AccountRow } from '../../server/src/image/catalog/rows';
import { type DeclaredAccounts } from './definition';

/** The account that an image runs as, with the others that it declares. */
export function accountRow({ runAs, root, users, groups }: DeclaredAccounts): AccountRow {
  const runs = running(runAs, users);
  return {
    ...runs,
    ...(runs.user !== runAs && { declaredAs: runAs }),
    ...(root && { rootEntry: true }),
    users: Object.fromEntries(
      users.map(({ name, uid, gid }) => [name, uid === gid ? uid : `${uid}:${gid}`] as const),
    ),
    groups: Object.fromEntries(groups.map(({ name, gid }) => [name, gid] as const)),
  };
}

function running(runAs: string, users: DeclaredAccounts['users']): Pick<AccountRow, 'user' | 'uid' | 'gid'> {
  if (runAs === 'root' || runAs === '0') return { user: 'root', uid: 0, gid: 0 };
  const [id = ''] = runAs.split(':');
  const user = users.find(({ name }) => name === runAs) ?? users.find(({ uid }) => String(uid) === id);
  if (user !== undefined) return { user: user.name, uid: user.uid, gid: user.gid };
  return { user: null, uid: Number.parseInt(id, 10), gid: null };
}
