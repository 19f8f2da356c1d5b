import assert from 'node:assert/strict';
import { fetchContext } from '../../../server/src/workspace/fetch-context';
import { web } from '../../support/compose-text';
import { hostOf, type ProjectTexts } from '../../support/project';

/** What is known of the files around `compose.yaml` in `file:///w`: `path: name of a secret`. */
async function found(
  code: string,
  files: ProjectTexts,
  tracked?: readonly string[],
): Promise<readonly string[] | undefined> {
  const host = hostOf({ ...files, 'compose.yaml': code });
  const isTracked = (uri: string) => Promise.resolve(tracked?.includes(uri.replace('file:///w/', '')));
  const { trackedSecrets } = await fetchContext(
    tracked === undefined ? host : { ...host, isTracked },
    'file:///w/compose.yaml',
    'compose',
  );
  return (
    trackedSecrets && [...trackedSecrets].map(([uri, name]) => `${uri.replace('file:///w/', '')}: ${name}`)
  );
}

const code = web('image: app:1', 'env_file: [.env, {path: ./sub/b.env}]');
const secret = 'DB_HOST=db\nDB_PASSWORD=hunter2\nAPI_KEY=abc\n';

describe('secrets in files that git tracks', () => {
  it('are named by the first one', async () => {
    const files = { '.env': secret, 'sub/b.env': 'export TOKEN="x"\n' };
    assert.deepEqual(await found(code, files, ['.env', 'sub/b.env']), [
      '.env: DB_PASSWORD',
      'sub/b.env: TOKEN',
    ]);
  });

  const nothing: readonly [why: string, files: ProjectTexts, tracked?: readonly string[]][] = [
    ['git does not track it', { '.env': secret }, []],
    ['no host can tell', { '.env': secret }],
    ['it holds no secret', { '.env': 'DB_HOST=db\nTOKEN_URL=https://x\n' }, ['.env']],
    [
      'it holds placeholders and paths',
      { '.env': 'DB_PASSWORD=changeme\nAPI_KEY=\nTOKEN=/run/secrets/db\n' },
      ['.env'],
    ],
    ['it is not there', {}, ['.env', 'sub/b.env']],
  ];
  for (const [why, files, tracked] of nothing)
    it(`are none where ${why}`, async () => assert.deepEqual(await found(code, files, tracked), []));
});
