import assert from 'node:assert/strict';
import { mkdirSync, symlinkSync } from 'node:fs';
import { URI } from 'vscode-uri';
import { promptDisk } from '../../server/src/cli/disk';
import { findFiles, shownPath } from '../../server/src/cli/find-files';
import { findDocuments } from '../../server/src/workspace/find-documents';
import { workspaceDisk } from '../../server/src/workspace-disk';
import { Project } from '../support/cli';

describe('checking files', () => {
  it('lists a folder as often for many files as for one', async () => {
    const before = { ...promptDisk };
    const lists = async (count: number): Promise<number> => {
      const names = Array.from({ length: count }, (_, at) => `${at}.dockerfile`);
      const project = new Project(Object.fromEntries(names.map((name) => [name, 'FROM scratch\n'])));
      let asked = 0;
      promptDisk.readdir = (path) => {
        asked++;
        return before.readdir(path);
      };
      try {
        await project.run(['lint', '--fail-on', 'never'], { real: true });
      } finally {
        Object.assign(promptDisk, before);
        project.remove();
      }
      return asked;
    };
    assert.equal(await lists(20), await lists(1));
  });
});

describe('finding files', () => {
  let project: Project;
  const found = async (paths: string[], folder = '.') => {
    const failed: string[] = [];
    const cwd = project.at(folder);
    const files = await findFiles(paths, cwd, (path, fault) => failed.push(`${path} ${fault}`));
    return { files: files.map(({ path }) => shownPath(path, cwd)), failed };
  };

  before(() => {
    project = new Project({
      '.git/HEAD': '',
      Dockerfile: '',
      'README.md': '',
      'compose.yaml': '',
      'Dockerfile.dockerignore': '',
      'api/web.dockerfile': '',
      'api/notes.txt': '',
      '.devcontainer/Dockerfile': '',
      'node_modules/x/Dockerfile': '',
      '[id]/Dockerfile': '',
      '.gitignore': 'build/\n*.tmp.dockerfile\n',
      'build/Dockerfile': '',
      'build/deep/Dockerfile': '',
      'api/x.tmp.dockerfile': '',
      'lib/.gitignore': '*\n!/keep\n!/keep/Dockerfile\n!kept.dockerfile\n',
      'lib/Dockerfile': '',
      'lib/kept.dockerfile': '',
      'lib/keep/Dockerfile': '',
    });
    mkdirSync(project.at('empty'));
    symlinkSync(project.at('api'), project.at('linked-folder'));
    symlinkSync(project.at('api/web.dockerfile'), project.at('linked.dockerfile'));
    symlinkSync('/etc/hostname', project.at('outside.dockerfile'));
    symlinkSync(project.at('nothing'), project.at('broken.dockerfile'));
  });
  after(() => project.remove());

  const everything = [
    '.devcontainer/Dockerfile',
    'Dockerfile',
    '[id]/Dockerfile',
    'api/web.dockerfile',
    'compose.yaml',
    'lib/keep/Dockerfile',
    'lib/kept.dockerfile',
  ];

  it('searches the current folder where no path is given', async () => {
    assert.deepEqual(await found([]), { files: everything, failed: [] });
  });

  it('searches a workspace in the same way', async () => {
    const folder = URI.file(project.path).toString();
    const documents = await findDocuments(
      workspaceDisk(() => [folder]),
      [folder],
    );
    assert.deepEqual(
      documents.map(({ uri }) => shownPath(URI.parse(uri).fsPath, project.path)),
      everything,
    );
  });

  const cases: [name: string, paths: string[], files: string[]][] = [
    ['a folder', ['api'], ['api/web.dockerfile']],
    ['a folder without such files', ['empty'], []],
    ['a file, whatever its name', ['api/notes.txt'], ['api/notes.txt']],
    ['a file that .gitignore names', ['build/Dockerfile'], ['build/Dockerfile']],
    ['a folder that .gitignore names', ['build'], ['build/Dockerfile', 'build/deep/Dockerfile']],
    [
      'twice the same, once through a link',
      ['Dockerfile', './Dockerfile', 'linked.dockerfile', 'api'],
      ['Dockerfile', 'linked.dockerfile'],
    ],
    ['a name with brackets that exists', ['[id]/Dockerfile'], ['[id]/Dockerfile']],
    ['a glob', ['api/*'], ['api/web.dockerfile']],
    [
      'a glob over folders',
      ['**/Dockerfile'],
      ['.devcontainer/Dockerfile', 'Dockerfile', '[id]/Dockerfile', 'lib/keep/Dockerfile'],
    ],
    ['a glob with braces', ['{compose.yaml,api/*.dockerfile}'], ['api/web.dockerfile', 'compose.yaml']],
  ];
  for (const [name, paths, files] of cases)
    it(name, async () => assert.deepEqual(await found(paths), { files, failed: [] }));

  it('goes up and shows the way', async () => {
    assert.deepEqual(await found(['..'], 'empty'), {
      files: everything.map((file) => `../${file}`),
      failed: [],
    });
    assert.deepEqual((await found(['../api/*'], 'empty')).files, ['../api/web.dockerfile']);
  });

  it('names what does not exist and what a glob does not match, and goes on', async () => {
    assert.deepEqual(await found(['nope', 'api/*.yaml', 'broken.dockerfile', 'Dockerfile']), {
      files: ['Dockerfile'],
      failed: [
        'nope does not exist',
        'api/*.yaml matches no Dockerfile and no Compose file',
        'broken.dockerfile does not exist',
      ],
    });
  });

  it('takes the ignore files of the repository above the folder', async () => {
    const repository = new Project({
      '.git/HEAD': '',
      '.gitignore': '/sub/out/\n',
      'sub/out/Dockerfile': '',
      'sub/in/Dockerfile': '',
    });
    try {
      const files = await findFiles([], repository.at('sub'), () => assert.fail());
      assert.deepEqual(
        files.map(({ path }) => path),
        [repository.at('sub/in/Dockerfile')],
      );
    } finally {
      repository.remove();
    }
  });
});
