import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { DiagnosticSeverity } from 'vscode-languageserver-protocol';
import { URI } from 'vscode-uri';
import { workspaceDisk } from '../../server/src/workspace-disk';
import { Project } from '../support/cli';
import { withClient } from '../support/protocol-client';

const severities: Readonly<Record<number, string>> = {
  [DiagnosticSeverity.Error]: 'error',
  [DiagnosticSeverity.Warning]: 'warning',
  [DiagnosticSeverity.Information]: 'info',
  [DiagnosticSeverity.Hint]: 'hint',
};

const dockerfile = 'FROM python\nADD app.py /app/\nUSER root\n';
const compose = 'services:\n  web:\n    image: nginx\n    privileged: true\n';

describe('one folder in the editor and on the command line', () => {
  let project: Project;
  before(() => {
    project = new Project({
      '.git/HEAD': '',
      'bulwark.json': JSON.stringify({
        extends: ['strict', './team.yaml'],
        rules: { 'image-untrusted-registry': ['error', { trustedRegistries: ['ghcr.io'] }] },
        ignore: 'generated',
        overrides: [{ files: '*.dev', profile: 'minimal', rules: { 'user-root': 'error' } }],
      }),
      'team.yaml': 'baseline: "0.1"\nrules:\n  add-instead-of-copy: error\n  image-tag-missing: "off"\n',
      Dockerfile: dockerfile,
      'Dockerfile.dev': dockerfile,
      'generated/Dockerfile': dockerfile,
      'own/Dockerfile': dockerfile,
      'own/package.json': '{ "bulwark": { "profile": "minimal" } }',
      'deep/er/compose.yaml': compose,
      'wrong/Dockerfile': dockerfile,
      'wrong/.bulwarkrc.yml': 'rules:\n  user-rot: off\n  sudo: error\n',
      'wrong/package.json': '{ "bulwark": {} }',
    });
  });
  after(() => project.remove());

  it('has the same findings and complaints', async () => {
    const { stdout, stderr } = await project.run(['lint', '--format', 'json'], { real: true });
    const { files } = JSON.parse(stdout) as {
      files: {
        path: string;
        language: string;
        findings: { rule: string; severity: string; range: object; message: string }[];
      }[];
    };
    assert.equal(files.length, 6);
    const untrusted = files.flatMap(({ path, findings }) =>
      findings
        .filter(({ rule }) => rule === 'image-untrusted-registry')
        .map(({ severity }) => `${path} ${severity}`),
    );
    assert.deepEqual(untrusted, ['Dockerfile error', 'Dockerfile.dev error']);
    assert.deepEqual(
      files.filter(({ findings }) => findings.length === 0).map(({ path }) => path),
      ['generated/Dockerfile', 'own/Dockerfile'],
    );
    assert.equal(
      stderr,
      [
        'bulwark: wrong/package.json:1:14: "bulwark" is not read: .bulwarkrc.yml stands beside it\n',
        'bulwark: wrong/.bulwarkrc.yml:2:3: No rule is called "user-rot"; did you mean "user-root"?\n',
      ].join(''),
    );
    const folder = URI.file(project.path).toString();
    await withClient({ disk: workspaceDisk, folders: [folder] }, async (client) => {
      for (const { path, language, findings } of files) {
        const uri = URI.file(project.at(path)).toString();
        const languageId = language === 'compose' ? 'dockercompose' : 'dockerfile';
        await client.open(uri, readFileSync(project.at(path), 'utf8'), languageId);
        const told = (await client.diagnostics(uri)).map(({ code, severity, range, message }) => ({
          rule: code,
          severity: severities[severity ?? 0],
          message,
          range,
        }));
        const found = findings.map(({ rule, severity, message, range }) => ({
          rule,
          severity,
          message,
          range,
        }));
        assert.deepEqual(told, found, path);
      }
      const { message } = await client.logged.take(({ message: text }) => text.includes('user-rot'));
      assert.match(message, /wrong\/\.bulwarkrc\.yml:2: No rule is called "user-rot"/);
      const warning = await client.logged.take(({ message: text }) => text.includes('stands beside it'));
      assert.match(warning.message, /wrong\/package\.json:1: "bulwark" is not read: \.bulwarkrc\.yml/);
    });
  });
});
