import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, openFile } from '../documents';
import { apply, codeActions, waitForDiagnostics, waitForRule } from '../findings';

/** The quick fix with such a title that is offered where a rule speaks. */
async function quickFix(uri: vscode.Uri, rule: string, title: RegExp): Promise<vscode.CodeAction> {
  const { range } = await waitForRule(uri, rule);
  const actions = await codeActions(uri, range, vscode.CodeActionKind.QuickFix);
  const found = actions.find((action) => title.test(action.title));
  if (found === undefined) throw new Error(`Offered: ${actions.map((action) => action.title).join(' | ')}`);
  return found;
}

describe('quick fixes', () => {
  afterEach(closeEditors);

  it('repair a Dockerfile and leave the rest of it as it is', async () => {
    const before =
      '# Tools\nFROM debian:12.11\nRUN apt-get update && \\\n    # why\n    apt-get install curl\n';
    const { document } = await openFile('fix/Dockerfile', before);
    const fix = await quickFix(document.uri, 'apt-assume-yes', /-y/);
    await apply(fix);
    assert.equal(document.getText(), before.replace('apt-get install', 'apt-get install -y'));
    await waitForDiagnostics(document.uri, 'no apt-assume-yes', (rules) => !rules.includes('apt-assume-yes'));
  });

  it('repair a Compose file', async () => {
    const before =
      'services:\n  web:\n    image: nginx:1.29\n    privileged: true # for now\n    init: true\n';
    const { document } = await openFile('fix/compose.yaml', before);
    const fix = await quickFix(document.uri, 'privileged', /^Remove/);
    await apply(fix);
    assert.doesNotMatch(document.getText(), /^ *privileged: true/m);
    assert.match(document.getText(), /^ {4}init: true$/m);
    await waitForDiagnostics(document.uri, 'no privileged', (rules) => !rules.includes('privileged'));
  });

  it('keep CRLF line ends', async () => {
    const before = 'FROM debian:12.11\r\nRUN apt-get update \\\r\n    && apt-get install curl\r\n';
    const { document } = await openFile('fix-crlf/Dockerfile', before);
    const fix = await quickFix(document.uri, 'apt-assume-yes', /-y/);
    await apply(fix);
    assert.equal(document.getText(), before.replace('apt-get install', 'apt-get install -y'));
  });

  it('give an image that runs as root a user', async () => {
    const { document } = await openFile('fix-user/Dockerfile', 'FROM debian:12.11\nCMD ["sleep", "1d"]\n');
    const fix = await quickFix(document.uri, 'user-root', /USER/);
    await apply(fix);
    assert.match(document.getText(), /^USER 65532(:65532)?$/m);
    await waitForDiagnostics(document.uri, 'no user-root', (rules) => !rules.includes('user-root'));
  });

  it('write a suppression', async () => {
    const before = 'FROM debian:latest\nUSER 65532:65532\n';
    const { document } = await openFile('fix-suppress/Dockerfile', before);
    const fix = await quickFix(document.uri, 'image-tag-latest', /^Ignore .* for this instruction/);
    await apply(fix);
    assert.equal(document.getText(), `# bulwark ignore=image-tag-latest\n${before}`);
    await waitForDiagnostics(document.uri, 'no such finding', (rules) => !rules.includes('image-tag-latest'));
  });
});
