import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, folder, openFixture } from '../documents';
import { apply, codeActions, findings, ruleOf, waitForDiagnostics } from '../findings';

const files = ['uv-app/Dockerfile', 'rust-service/Dockerfile', 'compose.yaml'];

/** `2 user-root`, for every fault that demo/README.md lists for a file. */
async function documented(file: string): Promise<string[]> {
  const uri = vscode.Uri.joinPath(folder().uri, 'demo', 'README.md');
  const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  const section = text.split(/^## /m).find((each) => each.startsWith(`\`${file}\``)) ?? '';
  return [...section.matchAll(/^\| (\d+) +\| `([a-z-]+)` +\|/gm)].map(([, line, rule]) => `${line} ${rule}`);
}

const shown = (uri: vscode.Uri) =>
  findings(uri).map((each) => `${(each.range.start.line + 1).toFixed(0)} ${ruleOf(each)}`);

describe('the demo', () => {
  afterEach(closeEditors);

  for (const file of files) {
    it(`shows every fault of ${file}; fix all leaves no safe fix undone`, async () => {
      const { document } = await openFixture(`demo/${file}`);
      await waitForDiagnostics(document.uri, 'the faults', (rules) => rules.length > 0);
      assert.deepEqual(shown(document.uri).sort(), (await documented(file)).sort());

      const before = findings(document.uri).length;
      const kind = vscode.CodeActionKind.SourceFixAll.append('bulwark');
      const everywhere = () => new vscode.Range(0, 0, document.lineCount, 0);
      const [fixAll] = await codeActions(document.uri, everywhere(), kind);
      assert.ok(fixAll);
      await apply(fixAll);
      await waitForDiagnostics(document.uri, 'fewer findings', (rules) => rules.length < before);
      assert.deepEqual(await codeActions(document.uri, everywhere(), kind), []);
    });
  }
});
