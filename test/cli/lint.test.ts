import assert from 'node:assert/strict';
import { Project, type CliOptions } from '../support/cli';

describe('bulwark lint', () => {
  let project: Project;
  afterEach(() => project.remove());
  const lint = (line: string, options?: CliOptions) =>
    project.run(['lint', ...line.split(' ').filter((word) => word !== '')], options);

  describe('text', () => {
    it('shows place, severity, id, message and the line, and counts', async () => {
      project = new Project({
        Dockerfile: 'FROM x\n\tRUN ERROR && \\\n  SAFE\n',
        'compose.yaml': 'services: HINT\n',
        'sub/Containerfile': 'FROM clean\n',
      });
      const { code, stdout, stderr } = await lint('');
      assert.equal(
        stdout,
        [
          'Dockerfile:2:6: error word-error: The word ERROR stands here.',
          '  2 |     RUN ERROR && \\',
          '    |         ^^^^^',
          '',
          'Dockerfile:3:3: warning word-safe: The word SAFE stands here.',
          '  3 |   SAFE',
          '    |   ^^^^',
          '',
          'compose.yaml:1:11: hint word-hint: The word HINT stands here.',
          '  1 | services: HINT',
          '    |           ^^^^',
          '',
          '3 problems (1 error, 1 warning, 1 hint) in 2 of 3 files. --fix can repair 1.',
          '',
        ].join('\n'),
      );
      assert.equal(stderr, '');
      assert.equal(code, 1);
    });

    it('says that there is nothing, and that nothing was found', async () => {
      project = new Project({ 'a/Dockerfile': 'FROM x\n', 'b/notes.txt': '' });
      assert.deepEqual(await lint('a'), { code: 0, stdout: 'No problems in 1 file.\n', stderr: '' });
      assert.deepEqual(await lint('b'), {
        code: 0,
        stdout: 'No Dockerfile and no Compose file found.\n',
        stderr: '',
      });
    });

    it('says why nothing was checked, and not beside it that nothing was found', async () => {
      project = new Project({ 'notes.txt': '', 'b/notes.txt': '' });
      const faults: [argv: string, stdin: string, fault: string][] = [
        ['nope', '', 'nope does not exist'],
        ['nope b', '', 'nope does not exist'],
        ['--stdin', 'FROM x\0', 'Dockerfile is a binary file'],
        [
          'notes.txt',
          '',
          'notes.txt is neither a Dockerfile nor a Compose file, by its name and by its first instruction',
        ],
      ];
      for (const [argv, stdin, fault] of faults)
        assert.deepEqual(await lint(argv, { stdin }), { code: 2, stdout: '', stderr: `bulwark: ${fault}\n` });
      const { stdout } = await lint('nope --format markdown');
      assert.equal(stdout, '# Bulwark\n\nNo file could be checked.\n');
    });

    const colours: [name: string, options: CliOptions, coloured: boolean][] = [
      ['no terminal', {}, false],
      ['a terminal', { tty: true }, true],
      ['a terminal and NO_COLOR', { tty: true, env: { NO_COLOR: '1' } }, false],
      ['a terminal and an empty NO_COLOR', { tty: true, env: { NO_COLOR: '' } }, true],
      ['a dumb terminal', { tty: true, env: { TERM: 'dumb' } }, false],
      ['no terminal and FORCE_COLOR', { env: { FORCE_COLOR: '1' } }, true],
      ['a terminal and FORCE_COLOR=0', { tty: true, env: { FORCE_COLOR: '0' } }, false],
    ];
    for (const [name, options, coloured] of colours)
      it(`${coloured ? 'colours' : 'does not colour'} on ${name}`, async () => {
        project = new Project({ Dockerfile: 'ERROR\n' });
        const { stdout } = await lint('Dockerfile', options);
        assert.equal(stdout.includes('\u001b[31merror\u001b[39m'), coloured);
        assert.equal(stdout.includes('\u001b'), coloured);
      });

    it('keeps to the width of the terminal', async () => {
      project = new Project({ Dockerfile: `RUN ERROR ${'x'.repeat(300)}\n` });
      const { stdout } = await lint('Dockerfile', { tty: true, columns: 60, env: { NO_COLOR: '1' } });
      const [, line = ''] = stdout.split('\n');
      assert.equal(line.length, 60);
    });
  });

  describe('JSON', () => {
    it('has the form of the contract, files without findings included', async () => {
      project = new Project({
        'a/Dockerfile': '\ufeffSAFE\r\n\r\nRUN ERROR INFO',
        'compose.yaml': 'services: {}\n',
      });
      const { stdout } = await lint('--format json ../compose.yaml .', { folder: 'a' });
      assert.deepEqual(JSON.parse(stdout), {
        version: 1,
        files: [
          { path: '../compose.yaml', language: 'compose', findings: [] },
          {
            path: 'Dockerfile',
            language: 'dockerfile',
            findings: [
              {
                rule: 'word-safe',
                severity: 'warning',
                message: 'The word SAFE stands here.',
                range: { start: { line: 0, character: 0 }, end: { line: 0, character: 4 } },
                fix: 'safe',
              },
              {
                rule: 'word-error',
                severity: 'error',
                message: 'The word ERROR stands here.',
                range: { start: { line: 2, character: 4 }, end: { line: 2, character: 9 } },
                fix: 'offer',
              },
              {
                rule: 'word-info',
                severity: 'info',
                message: 'The word INFO stands here.',
                range: { start: { line: 2, character: 10 }, end: { line: 2, character: 14 } },
                fix: 'none',
              },
            ],
          },
        ],
      });
    });

    it('is JSON also where nothing is found and where a file cannot be read', async () => {
      project = new Project({ 'a/notes.txt': '' });
      const { code, stdout, stderr } = await lint('--format json a nope');
      assert.deepEqual(JSON.parse(stdout), { version: 1, files: [] });
      assert.equal(stderr, 'bulwark: nope does not exist\n');
      assert.equal(code, 2);
    });
  });

  describe('exit code', () => {
    const cases: [text: string, failOn: string, code: number][] = [
      ['HINT INFO', 'warning', 0],
      ['WARNING', 'warning', 1],
      ['WARNING', 'error', 0],
      ['ERROR', 'error', 1],
      ['INFO', 'info', 1],
      ['HINT', 'info', 0],
      ['HINT', 'hint', 1],
      ['FROM x', 'hint', 0],
    ];
    for (const [text, failOn, code] of cases)
      it(`${code} for ${text} with --fail-on ${failOn}`, async () => {
        project = new Project({ Dockerfile: text });
        assert.equal((await lint(`--fail-on ${failOn}`)).code, code);
      });

    it('2 outweighs 1, and the other files are checked', async () => {
      project = new Project({ Dockerfile: 'ERROR' });
      const { code, stdout } = await lint('nope Dockerfile');
      assert.equal(code, 2);
      assert.match(stdout, /^Dockerfile:1:1: error/);
    });

    it('2 where a rule failed', async () => {
      project = new Project({ Dockerfile: 'THROWS' });
      const { code, stderr } = await lint('Dockerfile');
      assert.equal(code, 2);
      assert.equal(stderr, 'bulwark: Rule word failed and is left out: no reason\n');
    });

    it('2 for wrong usage, which is explained on standard error', async () => {
      project = new Project();
      const { code, stdout, stderr } = await lint('--formt json');
      assert.equal(code, 2);
      assert.equal(stdout, '');
      assert.equal(
        stderr,
        'bulwark: Unknown option --formt; did you mean --format?\nbulwark --help says more.\n',
      );
    });
  });

  describe('files that are no text of the kinds that are read', () => {
    const cases: [name: string, content: string | Uint8Array, fault: string][] = [
      ['Dockerfile', new Uint8Array([0x46, 0, 1]), 'is a binary file'],
      ['Dockerfile', new Uint8Array([0x46, 0xe4, 0x0a]), 'is not UTF-8 text'],
      ['Dockerfile', new Uint8Array([0xff, 0xfe, 0x46, 0]), 'is UTF-16; only UTF-8 can be read'],
      ['Dockerfile', new Uint8Array(16 * 1024 * 1024 + 1), 'is larger than 16 MiB'],
      [
        'notes.txt',
        'hello\n',
        'is neither a Dockerfile nor a Compose file, by its name and by its first instruction',
      ],
    ];
    for (const [name, content, fault] of cases)
      it(`${name} ${fault}`, async () => {
        project = new Project({ [name]: content });
        const { code, stderr } = await lint(name);
        assert.equal(stderr, `bulwark: ${name} ${fault}\n`);
        assert.equal(code, 2);
      });

    it('but a file of another name is known by its extension or its first instruction', async () => {
      project = new Project({
        'image.txt': '# x\n\nfrom a\n',
        'stack.yml': 'services: {}\n',
        'arg.x': 'ARG a\n',
      });
      const { stdout } = await lint('--format json image.txt stack.yml arg.x');
      const { files } = JSON.parse(stdout) as { files: { language: string }[] };
      assert.deepEqual(
        files.map(({ language }) => language),
        ['dockerfile', 'compose', 'dockerfile'],
      );
    });
  });

  describe('standard input', () => {
    it('is checked under the name that is given', async () => {
      project = new Project();
      const { code, stdout } = await lint('--stdin-filename sub/compose.yaml --format json', {
        stdin: 'ERROR',
      });
      const { files } = JSON.parse(stdout) as {
        files: { path: string; language: string; findings: unknown[] }[];
      };
      assert.deepEqual(
        files.map(({ path, language, findings }) => [path, language, findings.length]),
        [['sub/compose.yaml', 'compose', 1]],
      );
      assert.equal(code, 1);
    });

    it('is repaired to standard output, and what remains is said on standard error', async () => {
      project = new Project();
      const { code, stdout, stderr } = await lint('--fix --stdin-filename Dockerfile', {
        stdin: '\ufeffRUN SAFE\r\nRUN ERROR\r\n',
      });
      assert.equal(stdout, '\ufeffRUN done\r\nRUN ERROR\r\n');
      assert.match(
        stderr,
        /^Dockerfile:2:5: error[^]*1 problem repaired\. 1 problem \(1 error\) in 1 file\.\n$/,
      );
      assert.equal(code, 1);
    });

    it('comes out as it is where nothing is repaired', async () => {
      project = new Project();
      const { code, stdout } = await lint('--fix --stdin-filename Dockerfile', { stdin: 'FROM x\n' });
      assert.equal(stdout, 'FROM x\n');
      assert.equal(code, 0);
    });
  });
});
