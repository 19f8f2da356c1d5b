import assert from 'node:assert/strict';
import { chmodSync, symlinkSync } from 'node:fs';
import { URI } from 'vscode-uri';
import { createNodeHost } from '../../server/src/cli/node-host';
import { type Host } from '../../server/src/workspace/host';
import { Project } from '../support/cli';

describe('the host on the file system', () => {
  let project: Project;
  let outside: Project;
  let host: Host;
  const uri = (name: string) => URI.file(project.at(name)).toString();

  before(() => {
    outside = new Project({ secret: 'secret' });
    project = new Project({
      'in/a b.txt': '\ufefftext',
      'in/binary': new Uint8Array([0]),
      'in/sub/x': '',
      above: 'no',
    });
    symlinkSync(outside.path, project.at('in/way-out'));
    symlinkSync(project.at('above'), project.at('in/up'));
    symlinkSync(project.at('in/a b.txt'), project.at('in/inner'));
    symlinkSync(project.at('in/none'), project.at('in/broken'));
    host = createNodeHost(project.at('in'));
  });
  after(() => {
    project.remove();
    outside.remove();
  });

  const texts: [name: string, text: string | undefined][] = [
    ['in/a b.txt', 'text'],
    ['in/inner', 'text'],
    ['in/none', undefined],
    ['in/sub', undefined],
    ['in/binary', undefined],
    ['above', undefined],
    ['in/../above', undefined],
    ['in/up', undefined],
    ['in/way-out/secret', undefined],
  ];
  for (const [name, text] of texts)
    it(`reads ${name}: ${text ?? 'nothing'}`, async () => assert.equal(await host.readFile(uri(name)), text));

  it('lists folders inside, with a slash behind the names of folders', async () => {
    const names = await host.listFolder(uri('in'));
    assert.deepEqual([...(names ?? [])].sort(), [
      'a b.txt',
      'binary',
      'broken',
      'inner',
      'sub/',
      'up',
      'way-out/',
    ]);
    assert.deepEqual(await host.listFolder(uri('in/sub')), ['x']);
    for (const name of ['.', 'in/way-out', 'in/none', 'in/a b.txt'])
      assert.equal(await host.listFolder(uri(name)), undefined, name);
  });

  it('tells whether a file may be executed, of files inside only', async () => {
    chmodSync(project.at('in/sub/x'), 0o755);
    const bits = await Promise.all(
      ['in/sub/x', 'in/a b.txt', 'in/sub', 'above', 'in/none'].map(async (name) =>
        host.isExecutable?.(uri(name)),
      ),
    );
    const expected = [true, false, undefined, undefined, undefined];
    assert.deepEqual(bits, process.platform === 'win32' ? expected.map(() => undefined) : expected);
  });

  it('reads nothing of other schemes, and nothing where its boundary does not exist', async () => {
    assert.equal(await host.readFile(uri('in/a b.txt').replace('file:', 'vscode-vfs:')), undefined);
    assert.equal(await createNodeHost(project.at('gone')).readFile(uri('in/a b.txt')), undefined);
  });
});
