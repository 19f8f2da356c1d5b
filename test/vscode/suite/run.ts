import Mocha from 'mocha';
import * as vscode from 'vscode';

/** Test files by the kind of window that they want, each loaded when called. */
interface TestFiles {
  readonly single: readonly (() => Promise<unknown>)[];
  /** In a window of one folder that has a hand outside, which the desktop has not. */
  readonly byHand: readonly (() => Promise<unknown>)[];
  readonly multi: readonly (() => Promise<unknown>)[];
}

/** One line that the process outside VS Code reads; the window's console is all that gets through. */
function tell(event: Readonly<Record<string, unknown>>): void {
  // eslint-disable-next-line no-console -- it is the channel
  console.log(`@test ${JSON.stringify(event)}`);
}

/**
 * Runs the tests for the window that is open. Rejects where one failed; VS Code turns that into an exit code.
 * @param pattern of the titles wanted, as the source of a regular expression; all where left out.
 */
export async function runTests(files: TestFiles, pattern?: string): Promise<void> {
  const mocha = new Mocha({
    ui: 'bdd',
    timeout: 60_000,
    forbidPending: true,
    reporter: Mocha.reporters.Base,
    ...(pattern !== undefined && { grep: new RegExp(pattern) }),
  });
  mocha.suite.emit('pre-require', globalThis, 'vscode', mocha);
  const hasHand = vscode.env.uiKind === vscode.UIKind.Web;
  const single = [...files.single, ...(hasHand ? files.byHand : [])];
  const wanted = vscode.workspace.workspaceFile === undefined ? single : files.multi;
  for (const load of wanted) await load();

  const failed = await new Promise<number>((resolve) => {
    const runner = mocha.run(resolve);
    runner.on('test', () => tell({ type: 'begin' }));
    runner.on('pass', (test) =>
      tell({ type: 'pass', title: test.titlePath().join(' › '), ms: test.duration }),
    );
    runner.on('fail', (test, error: unknown) => {
      const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
      tell({ type: 'fail', title: test.titlePath().join(' › '), error: text });
    });
  });
  if (failed > 0) throw new Error(`${failed.toFixed(0)} failed`);
}
