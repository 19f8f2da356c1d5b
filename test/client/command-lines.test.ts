import assert from 'node:assert/strict';
import { createBuilder } from '../../client/src/docker/builder';
import { always, linesOf, oneLine, type Step } from '../../client/src/docker/command-line';
import { composePs, composeRun, composeWatch } from '../../client/src/docker/compose';
import { debugByImageMount } from '../../client/src/docker/debug-mount';
import { insertedText } from '../../client/src/docker/inserted';
import { reportPath, scanWithOpenScap } from '../../client/src/docker/openscap';
import { verifyWithCosign, verifyWithGh } from '../../client/src/docker/provenance';
import { type Shell } from '../../client/src/docker/shell';
import { typedWords } from '../../client/src/docker/typed-words';
import { type UvTask, uvThroughDocker } from '../../client/src/docker/uv';
import { runWithOwnVenv } from '../../client/src/docker/venv-volume';

const shells: readonly Shell[] = ['posix', 'fish', 'powershell', 'cmd'];
const said = (words: readonly string[] | undefined): string | undefined => words?.join(' ');

describe('a debug shell by image mount', () => {
  const about = {
    image: 'dhi.io/python:3.13',
    container: 'shop-web-1',
    shell: 'dhi.io/busybox:1.37-debian13',
    entrypoint: 'absent',
  } as const;
  const mount = '--mount=type=image,source=dhi.io/busybox:1.37-debian13,destination=/dbg,ro';

  it('is the command of an image without an entry point', () =>
    assert.equal(
      said(debugByImageMount(about)),
      `docker run --rm -it --pid container:shop-web-1 ${mount} dhi.io/python:3.13 /dbg/bin/sh`,
    ));

  for (const entrypoint of ['known', 'unknown'] as const)
    it(`takes the place of an entry point that is ${entrypoint}`, () =>
      assert.equal(
        said(debugByImageMount({ ...about, entrypoint })),
        `docker run --rm -it --pid container:shop-web-1 ${mount} --entrypoint /dbg/bin/sh dhi.io/python:3.13`,
      ));

  it('has its options before the image', () =>
    assert.equal(
      said(debugByImageMount({ ...about, asRoot: true, network: true, ptrace: true })),
      `docker run --rm -it --pid container:shop-web-1 --network container:shop-web-1 -u 0 --cap-add SYS_PTRACE ${mount} dhi.io/python:3.13 /dbg/bin/sh`,
    ));
});

describe('a scan with OpenSCAP', () => {
  const openscap = 'dhi.io/openscap:1.4-debian13-dev';
  const steps = scanWithOpenScap({
    openscap,
    target: { image: 'dhi.io/postgres:18', sleep: 'busybox:1.37-uclibc' },
    suffix: '0a1b',
  });
  const scanOf = (container: string): string =>
    'docker run --rm --pid=host --volume /var/run/docker.sock:/var/run/docker.sock --volume ./out:/out ' +
    `--volume ./stigs:/stigs:ro --entrypoint oscap-docker ${openscap} container ${container} xccdf eval ` +
    '--profile xccdf_dhi-gpos_profile_.check --results /out/results.xml --report /out/report.html ' +
    '/stigs/ssg-dhi-gpos-ds.xml';

  it('of an image copies the profile, keeps the image running, scans and stops it', () =>
    assert.deepEqual(linesOf(steps, 'posix'), [
      'mkdir -p stigs',
      'mkdir -p out',
      `docker create --name bulwark-stig-0a1b ${openscap}`,
      'docker cp bulwark-stig-0a1b:/opt/docker/gpos/xml/scap/ssg/content/ssg-dhi-gpos-ds.xml stigs/ssg-dhi-gpos-ds.xml',
      'docker rm bulwark-stig-0a1b',
      'docker run --detach --rm --name bulwark-scan-0a1b --user 0:0 --mount=type=image,source=busybox:1.37-uclibc,destination=/busybox,ro --entrypoint /busybox/bin/sleep dhi.io/postgres:18 infinity',
      scanOf('bulwark-scan-0a1b'),
      'docker stop -t 1 bulwark-scan-0a1b',
    ]));

  it('stops what it started although a rule was broken', () =>
    assert.match(oneLine(steps, 'posix') ?? '', /ssg-dhi-gpos-ds\.xml; docker stop -t 1 bulwark-scan-0a1b$/));

  it('of a container starts and stops nothing', () => {
    const lines = linesOf(
      scanWithOpenScap({ openscap, target: { container: 'shop-web-1' }, suffix: '0a1b' }),
      'posix',
    );
    assert.deepEqual(lines?.slice(5), [scanOf('shop-web-1')]);
  });

  it('leaves its report where it is looked for', () => assert.equal(reportPath, 'out/report.html'));
});

describe('uv through docker', () => {
  const run = (task: UvTask, ...words: string[]) =>
    said(
      uvThroughDocker({ task, image: 'dhi.io/uv:0.12', folder: '/home/me/app', account: '1000:1000', words }),
    );
  const rest = '--user 1000:1000 --env HOME=/tmp --env UV_PYTHON_INSTALL_DIR=/home/me/app/.uv/python';
  const place = '--volume /home/me/app:/home/me/app --workdir /home/me/app dhi.io/uv:0.12';

  for (const [task, words, expected] of [
    ['init', ['shop'], `docker run --rm -it ${rest} ${place} init shop`],
    ['add', ['requests'], `docker run --rm -it ${rest} ${place} add --no-sync requests`],
    ['venv', [], `docker run --rm -it ${rest} ${place} venv`],
    ['sync', [], `docker run --rm -it ${rest} ${place} sync --locked`],
    [
      'tool',
      ['ruff'],
      `docker run --rm -it ${rest} --env UV_TOOL_DIR=/home/me/app/.uv/tools --env UV_TOOL_BIN_DIR=/home/me/app/.uv/bin ${place} tool install ruff`,
    ],
    ['uvx', ['ruff', 'check'], `docker run --rm -it --entrypoint uvx ${rest} ${place} ruff check`],
  ] as const)
    it(task, () => assert.equal(run(task, ...words), expected));

  it('stands elsewhere in the container where the folder is one of Windows, and leaves the account to the engine', () => {
    const words = uvThroughDocker({ task: 'venv', image: 'dhi.io/uv:0.12', folder: 'C:\\my app', words: [] });
    assert.ok(words);
    assert.ok(words.includes('C:\\my app:/workspace'));
    assert.ok(words.includes('UV_PYTHON_INSTALL_DIR=/workspace/.uv/python'));
    assert.ok(!words.includes('--user'));
  });

  for (const folder of ['/home/me/a:b', 'relative', 'C:\\a:b', ''])
    it(`refuses the folder ${JSON.stringify(folder)}`, () =>
      assert.equal(uvThroughDocker({ task: 'venv', image: 'dhi.io/uv:0.12', folder, words: [] }), undefined));
});

describe('other commands', () => {
  it('create a builder', () =>
    assert.equal(
      said(createBuilder('buildkit-dhi', 'dhi.io/buildkit:0.32-debian13')),
      'docker buildx create --name buildkit-dhi --driver docker-container --driver-opt image=dhi.io/buildkit:0.32-debian13 --use',
    ));

  it('list, watch and run services', () => {
    assert.equal(
      said(composePs({ name: 'compose.yaml', project: 'shop' })),
      'docker compose -p shop ps --all',
    );
    assert.equal(said(composeWatch({ name: 'docker-compose.yml' }, ['web'])), 'docker compose watch web');
    assert.equal(
      said(composeRun({ name: '-x.yaml', project: 'shop' }, 'web-debug')),
      'docker compose -f ./-x.yaml -p shop run --rm web-debug',
    );
  });

  it('run with the environment of the image', () =>
    assert.deepEqual(
      linesOf(runWithOwnVenv({ tag: 'shop', dockerfile: 'Dockerfile', folder: '/app', words: [] }), 'posix'),
      ['docker build --tag shop .', 'docker run --rm -it --volume .:/app --volume /app/.venv shop'],
    ));

  it('build from a Dockerfile of another name', () =>
    assert.equal(
      linesOf(
        runWithOwnVenv({ tag: 'shop', dockerfile: '-x', folder: '/app/', words: ['sh'] }),
        'posix',
      )?.[0],
      'docker build --file ./-x --tag shop .',
    ));

  it('verify the image of uv', () => {
    assert.equal(
      said(verifyWithGh('ghcr.io/astral-sh/uv:0.12.5')),
      'gh attestation verify --repo astral-sh/uv oci://ghcr.io/astral-sh/uv:0.12.5',
    );
    const steps = verifyWithCosign('ghcr.io/astral-sh/uv:0.12.5');
    assert.equal(linesOf(steps, 'posix')?.length, 4);
    assert.match(
      oneLine(steps, 'posix') ?? '',
      /--certificate-identity-regexp='\^https:\/\/github\\\.com\/astral-sh/,
    );
    assert.equal(oneLine(steps, 'cmd'), undefined);
  });
});

describe('several steps', () => {
  const steps: readonly Step[] = [
    { makeFolder: 'out' },
    { words: ['docker', 'run', 'a b'] },
    always(['docker', 'stop', 'x']),
  ];
  for (const [shell, line] of [
    ['posix', "mkdir -p out && docker run 'a b'; docker stop x"],
    ['fish', "mkdir -p out && docker run 'a b'; docker stop x"],
    [
      'powershell',
      "New-Item -ItemType Directory -Force out | Out-Null; if ($?) { docker run 'a b' }; docker stop x",
    ],
    ['cmd', '(if not exist out mkdir out) && docker run "a b" & docker stop x'],
  ] as const)
    it(`go on one line of ${shell}`, () => assert.equal(oneLine(steps, shell), line));

  for (const shell of shells)
    it(`are not said at all where one cannot be said in ${shell}`, () =>
      assert.equal(oneLine([...steps, { words: ['docker', 'a\nb'] }], shell), undefined));
});

describe('words that are typed', () => {
  for (const [text, words] of [
    ['', []],
    ['  ruff   check . ', ['ruff', 'check', '.']],
    ['"a b" \'c "d\' e\\"f', ['a b', 'c "d', 'e"f']],
    ['""', ['']],
    ['$(id);`id` *', ['$(id);`id`', '*']],
    ['C:\\dir\\x', ['C:\\dir\\x']],
    ['"open', undefined],
  ] as const)
    it(JSON.stringify(text), () => assert.deepEqual(typedWords(text), words));
});

describe('what is inserted at the cursor', () => {
  it('is a note in a Dockerfile and a Compose file', () => {
    assert.equal(insertedText(['a', 'b'], 'dockerfile', ''), '# a\n# b\n');
    assert.equal(insertedText(['a'], 'dockercompose', '  '), '  # a\n');
  });
  it('is a command in a script', () => assert.equal(insertedText(['a'], 'shellscript', '  '), '  a\n'));
});
