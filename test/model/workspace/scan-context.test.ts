import assert from 'node:assert/strict';
import { type ContextTree } from '../../../server/src/workspace/context-tree';
import { copiesFromContext, fetchContext } from '../../../server/src/workspace/fetch-context';
import { type Host } from '../../../server/src/workspace/host';
import { memoryHost } from '../../support/memory-host';

const dockerfile = 'file:///w/api/Dockerfile';

async function treeAround(host: Host, uri = dockerfile): Promise<ContextTree | undefined> {
  return (await fetchContext(host, uri, 'dockerfile', { withTree: true })).tree;
}

describe('the tree of a build context', () => {
  it('holds files and folders by their paths, and says what is not there', async () => {
    const tree = await treeAround(
      memoryHost({ [dockerfile]: '', 'file:///w/api/package.json': '', 'file:///w/api/src/a/main.py': '' }),
    );
    assert.equal(tree?.folder, 'file:///w/api');
    assert.deepEqual(
      tree.entries.map(({ path, isFolder }) => (isFolder ? `${path}/` : path)),
      ['Dockerfile', 'package.json', 'src/', 'src/a/', 'src/a/main.py'],
    );
    assert.equal(tree.exists('src/a'), true);
    assert.equal(tree.exists('src/b'), false);
    assert.equal(tree.exists(''), true);
  });

  it('does not look into folders that tools fill, but knows that they are there', async () => {
    const host = memoryHost({
      [dockerfile]: '',
      'file:///w/api/package.json': '',
      'file:///w/api/node_modules/x/key.pem': '',
      'file:///w/api/.git/config': '',
    });
    const tree = await treeAround(host);
    assert.equal(tree?.exists('node_modules'), true);
    assert.equal(tree.exists('node_modules/x'), undefined);
    assert.equal(tree.exists('.git/none'), undefined);
    assert.ok(!host.asked.some((uri) => /node_modules|\.git\//.test(uri)));
  });

  it('ends six levels deep, at 5,000 entries and at 400 folders: beyond it all is unknown', async () => {
    const deep = await treeAround(
      memoryHost({ [dockerfile]: '', 'file:///w/api/go.mod': '', 'file:///w/api/1/2/3/4/5/6/7': '' }),
    );
    assert.equal(deep?.exists('1/2/3/4/5/6'), true);
    assert.equal(deep.exists('1/2/3/4/5/6/7'), undefined);

    const many = Object.fromEntries(
      Array.from({ length: 5_000 }, (_, at) => [`file:///w/api/many/${at}`, '']),
    );
    const wide = await treeAround(memoryHost({ [dockerfile]: '', 'file:///w/api/go.mod': '', ...many }));
    assert.equal(wide?.exists('many'), true);
    assert.equal(wide.exists('many/1'), undefined);
    assert.equal(wide.exists('few'), false);

    const folders = Object.fromEntries(
      Array.from({ length: 401 }, (_, at) => [`file:///w/api/f${at}/x`, '']),
    );
    const scattered = await treeAround(
      memoryHost({ [dockerfile]: '', 'file:///w/api/go.mod': '', ...folders }),
    );
    assert.equal(scattered?.exists('f7'), true);
    assert.equal(scattered.exists('f7/x'), undefined);
  });

  it('is absent where the folder is not certain to be the context', async () => {
    const files = { [dockerfile]: '', 'file:///w/api/x': '' };
    assert.equal(await treeAround(memoryHost(files)), undefined);
    assert.notEqual(await treeAround(memoryHost({ ...files, 'file:///w/api/.dockerignore': '' })), undefined);
    assert.notEqual(await treeAround(memoryHost(files, 'file:///w/api')), undefined);
    const alone = { [dockerfile]: '', 'file:///w/api/Dockerfile.dev': '' };
    assert.equal(await treeAround(memoryHost(alone, 'file:///w/api')), undefined);
  });

  it('is that of the one context which Compose files name', async () => {
    const build = (context: string) =>
      `services:\n  a:\n    build: { context: ${context}, dockerfile: ${context === '.' ? 'api/' : ''}Dockerfile }\n`;
    const files = { [dockerfile]: '', 'file:///w/compose.yaml': build('.') };
    assert.equal((await treeAround(memoryHost(files)))?.folder, 'file:///w');
    const two = { ...files, 'file:///w/api/compose.yaml': build('../api') };
    assert.equal(await treeAround(memoryHost(two)), undefined);
  });

  it('is not looked at where nobody asks', async () => {
    const host = memoryHost({
      [dockerfile]: '',
      'file:///w/api/package.json': '',
      'file:///w/api/src/x': '',
    });
    assert.equal((await fetchContext(host, dockerfile, 'dockerfile')).tree, undefined);
    assert.ok(!host.asked.includes('file:///w/api/src'));
  });

  it('knows which scripts may be executed, where the host can tell', async () => {
    const files = {
      [dockerfile]: '',
      'file:///w/api/go.mod': '',
      'file:///w/api/a.sh': '',
      'file:///w/api/docker-entrypoint': '',
    };
    const host = {
      ...memoryHost(files),
      isExecutable: (uri: string) => Promise.resolve(uri.endsWith('point')),
    };
    const tree = await treeAround(host);
    assert.deepEqual(
      ['a.sh', 'docker-entrypoint', 'go.mod'].map((path) => tree?.isExecutable(path)),
      [false, true, undefined],
    );
    assert.equal((await treeAround(memoryHost(files)))?.isExecutable('a.sh'), undefined);
  });

  it('reads the few files whose names say too little', async () => {
    const tree = await treeAround(
      memoryHost({
        [dockerfile]: 'x',
        'file:///w/api/go.mod': 'm',
        'file:///w/api/main.go': 'm',
        'file:///w/api/.npmrc': 'a=1',
        'file:///w/api/.env': 'S=1',
        'file:///w/api/docker-entrypoint.sh': '#!/bin/sh',
        'file:///w/api/web/nginx.conf': 'pid /x;',
      }),
    );
    assert.equal(tree?.textOf('.npmrc'), 'a=1');
    assert.equal(tree.textOf('docker-entrypoint.sh'), '#!/bin/sh');
    assert.equal(tree.textOf('web/nginx.conf'), 'pid /x;');
    assert.equal(tree.textOf('main.go'), undefined);
    assert.equal(tree.textOf('.env'), undefined);
  });
});

describe('the .dockerignore of a build context', () => {
  const around = { [dockerfile]: '', 'file:///w/api/go.mod': '' };

  it('is the place of one where there is none', async () => {
    const tree = await treeAround(memoryHost(around));
    assert.deepEqual(tree?.dockerignore, { uri: 'file:///w/api/.dockerignore', exists: false, text: '' });
    assert.equal(tree.ignored('go.mod'), false);
  });

  it('leaves out what it says', async () => {
    const tree = await treeAround(memoryHost({ ...around, 'file:///w/api/.dockerignore': '*.mod\n' }));
    assert.equal(tree?.dockerignore?.exists, true);
    assert.equal(tree.ignored('go.mod'), true);
    assert.equal(tree.ignored('go.sum'), false);
  });

  it('gives way to the one that bears the name of the Dockerfile and stands beside it', async () => {
    const own = 'file:///w/api/Dockerfile.dockerignore';
    const compose = 'services:\n  a:\n    build: { context: ., dockerfile: api/Dockerfile }\n';
    const files = {
      ...around,
      [own]: 'a',
      'file:///w/.dockerignore': 'b',
      'file:///w/compose.yaml': compose,
    };
    const tree = await treeAround(memoryHost(files));
    assert.equal(tree?.dockerignore?.uri, own);
    assert.equal(tree.ignored('a'), true);
    assert.equal(tree.ignored('b'), false);
  });

  it('is unknown where it cannot be read, and where another builder has one of its own', async () => {
    const unread = memoryHost({ ...around, 'file:///w/api/.dockerignore': 'a' });
    const host: Host = {
      ...unread,
      readFile: (uri) => (uri.endsWith('ignore') ? Promise.resolve(undefined) : unread.readFile(uri)),
    };
    for (const each of [host, memoryHost({ ...around, 'file:///w/api/.containerignore': '' })]) {
      const tree = await treeAround(each);
      assert.equal(tree?.dockerignore, undefined);
      assert.equal(tree?.ignored('go.mod'), undefined);
    }
  });
});

describe('a Dockerfile', () => {
  for (const text of ['FROM a\nCOPY . .', 'FROM a\n  add --chown=1 x y', 'FROM a\r\nCOPY\ta b'])
    it(`copies from its context: ${JSON.stringify(text)}`, () => assert.equal(copiesFromContext(text), true));
  for (const text of ['FROM a\nRUN cp COPY x', 'FROM a\nCOPY --from=b x y', '# COPY . .', 'COPYRIGHT x'])
    it(`copies nothing from it: ${JSON.stringify(text)}`, () => assert.equal(copiesFromContext(text), false));
});
