import assert from 'node:assert/strict';
import { valueOf } from '../../../server/src/text/known';
import { DockerfileTexts } from '../../../server/src/workspace/dockerfile-texts';
import { fetchContext } from '../../../server/src/workspace/fetch-context';
import { fetchDockerfiles } from '../../../server/src/workspace/fetch-dockerfiles';
import { memoryHost } from '../../support/memory-host';

const texts = (): DockerfileTexts => new DockerfileTexts();

describe('the Dockerfiles that a Compose file builds from', () => {
  const state = async (files: Readonly<Record<string, string>>, uri: string): Promise<string> =>
    (await fetchDockerfiles(memoryHost(files), [uri], texts())).at(uri).state;

  const cases: readonly (readonly [string, readonly string[], string, string])[] = [
    ['is there', ['a/Dockerfile'], 'a/Dockerfile', 'known'],
    ['is not in its folder', ['a/other'], 'a/Dockerfile', 'absent'],
    ['has no folder', ['a/Dockerfile'], 'b/c/Dockerfile', 'absent'],
    ['lies in a folder that an installation makes', ['a/other'], 'vendor/a/b/Dockerfile', 'unknown'],
    ['differs in case alone', ['a/dockerfile'], 'a/Dockerfile', 'unknown'],
    ['has another name that some builders take', ['a/Containerfile'], 'a/Dockerfile', 'unknown'],
    ['is a folder', ['a/Dockerfile/x'], 'a/Dockerfile', 'unknown'],
    ['lies outside the workspace', ['a/Dockerfile'], '../Dockerfile', 'unknown'],
  ];
  for (const [name, paths, wanted, expected] of cases)
    it(`one that ${name}`, async () => {
      const files = Object.fromEntries(paths.map((path) => [`file:///w/${path}`, 'FROM scratch\n']));
      assert.equal(
        await state(files, wanted.startsWith('..') ? 'file:///Dockerfile' : `file:///w/${wanted}`),
        expected,
      );
    });

  it('one in a folder that is empty, as a module of git before it is checked out', async () => {
    const host = {
      readFile: () => Promise.resolve(undefined),
      listFolder: () => Promise.resolve([]),
    };
    const uri = 'file:///w/module/Dockerfile';
    assert.equal((await fetchDockerfiles(host, [uri], texts())).at(uri).state, 'unknown');
  });

  it('are unknown where they are too large, and beyond a number of them', async () => {
    const uri = 'file:///w/Dockerfile';
    assert.equal(await state({ [uri]: '#'.repeat(200_000) }, uri), 'known');
    assert.equal(await state({ [uri]: '#'.repeat(200_001) }, uri), 'unknown');
    const uris = Array.from({ length: 101 }, (_, index) => `file:///w/${index}.Dockerfile`);
    const host = memoryHost(Object.fromEntries(uris.map((each) => [each, 'FROM scratch\n'])));
    const seen = await fetchDockerfiles(host, uris, texts());
    assert.deepEqual(
      uris.map((each) => seen.at(each).state).filter((each) => each !== 'known'),
      ['unknown'],
    );
    assert.equal(host.asked.includes(uris[100] ?? ''), false);
  });

  it('stay the same object as long as their text does', async () => {
    const uri = 'file:///w/Dockerfile';
    const kept = texts();
    const read = async (text: string) =>
      valueOf((await fetchDockerfiles(memoryHost({ [uri]: text }), [uri], kept)).at(uri));
    const first = await read('FROM a:1\n');
    assert.equal(await read('FROM a:1\n'), first);
    assert.notEqual(await read('FROM a:2\n'), first);
  });

  it('tells what lies where one is missing', async () => {
    const files = {
      'file:///w/a/web.Dockerfile': '',
      'file:///w/a/main.py': '',
      'file:///w/b/Dockerfile': '',
    };
    const uris = ['file:///w/a/Dockerfile', 'file:///w/b/Dockerfile'];
    const seen = await fetchDockerfiles(memoryHost(files), uris, texts());
    assert.deepEqual(seen.namesIn('file:///w/a'), ['web.Dockerfile']);
  });

  it('are found for all files of the project, each from its own folder', async () => {
    const compose =
      'include: [sub/compose.yaml]\nservices:\n  web: { build: { context: ./web, dockerfile: x.Dockerfile } }\n';
    const context = await fetchContext(
      memoryHost({
        'file:///w/compose.yaml': compose,
        'file:///w/compose.override.yaml': 'services:\n  web: { build: { dockerfile: y.Dockerfile } }\n',
        'file:///w/sub/compose.yaml': 'services:\n  api: { build: . }\n',
        'file:///w/web/x.Dockerfile': 'FROM scratch\n',
        'file:///w/web/y.Dockerfile': 'FROM scratch\n',
        'file:///w/sub/Dockerfile': 'FROM scratch\n',
      }),
      'file:///w/compose.yaml',
      'compose',
    );
    const states = ['web/x.Dockerfile', 'web/y.Dockerfile', 'sub/Dockerfile'].map(
      (path) => context.dockerfiles?.at(`file:///w/${path}`).state,
    );
    assert.deepEqual(states, ['unknown', 'known', 'known']);
  });
});

describe('the stages of a Dockerfile that Compose files build', () => {
  const build = (target: string): string =>
    `services:\n  web: { build: { context: ./web, target: ${target} } }\n`;
  const cases: readonly (readonly [
    string,
    Readonly<Record<string, string>>,
    readonly string[],
    (readonly string[])?,
  ])[] = [
    ['by an override file', { 'compose.yaml': build('one'), 'compose.override.yaml': build('two') }, ['two']],
    [
      'by an included file',
      { 'compose.yaml': 'include: [sub/b.yaml]\n', 'sub/b.yaml': build('two').replace('./web', '../web') },
      ['two'],
    ],
    [
      'by a service that another file extends',
      {
        'compose.yaml': 'services:\n  web: { extends: { file: base/b.yaml, service: web } }\n',
        'base/b.yaml': build('two').replace('./web', '../web'),
      },
      ['two'],
    ],
    ['by a variable of .env', { 'compose.yaml': build('"${STAGE}"'), '.env': 'STAGE=two\n' }, ['two']],
    [
      'by a file of another name',
      { 'docker-compose.prod.yaml': build('prod'), 'compose.yaml': build('one') },
      ['one', 'prod'],
    ],
    [
      'by the files that the settings name',
      { 'deploy/prod.yaml': build('prod').replace('./web', '../web') },
      ['prod'],
      ['deploy/prod.yaml'],
    ],
    [
      'by the project folder of an include',
      {
        'compose.yaml': 'include: [{ path: sub/b.yaml, project_directory: . }]\n',
        'sub/b.yaml': build('two'),
      },
      ['two'],
    ],
  ];
  for (const [name, files, targets, composeFiles] of cases)
    it(name, async () => {
      const host = memoryHost({
        'file:///w/web/Dockerfile': '',
        ...Object.fromEntries(Object.entries(files).map(([path, text]) => [`file:///w/${path}`, text])),
      });
      const context = await fetchContext(host, 'file:///w/web/Dockerfile', 'dockerfile', {
        ...(composeFiles && { composeFiles }),
      });
      assert.deepEqual(context.targets, targets);
    });
});
