import * as vscode from 'vscode';
import { commandsOfServer, registerCommands } from './commands/register';
import { Checking } from './checking';
import { CrashPolicy } from './crash-policy';
import { documentSelector, neighbourSelector, yamlSelector } from './documents';
import { tellForeignFindings } from './foreign-findings';
import { affectsLanguageFeatures, languageFeatures } from './language-features';
import { ImagesView } from './images/view';
import { type Kind } from './kind';
import { featuresChanged, installedNeighbours, onNeighboursChanged } from './neighbours';
import { pageLinks } from './page-links';
import { serverFacts } from './server-facts';
import { showStatus } from './status';
import { answerFileRequests } from './workspace-files';
import { WorkspaceFindings } from './workspace-report/findings';
import { ReportPanel } from './workspace-report/panel';

/** Starts the server, and everything that the user sees of it. */
export async function start(context: vscode.ExtensionContext, kind: Kind): Promise<void> {
  const output = vscode.window.createOutputChannel('Bulwark', { log: true });
  const crashes = new CrashPolicy();
  const checking = new Checking();
  const selector = documentSelector();
  const client = kind.create({
    documentSelector: [...selector, ...yamlSelector(), ...neighbourSelector()],
    outputChannel: output,
    traceOutputChannel: output,
    errorHandler: crashes,
    middleware: pageLinks(checking.provideDiagnostics),
    // Asked for anew at each start of the server.
    initializationOptions: () => ({
      languageFeatures: languageFeatures(),
      neighbours: installedNeighbours().map(({ id }) => id),
      // The last one is VS Code's own: it asks for the values of a key that was completed.
      commands: [...commandsOfServer, 'editor.action.triggerSuggest'],
      readsFiles: true,
      ...kind.told,
    }),
  });
  let restarting = Promise.resolve();
  // One after the other: settings and neighbours may change in the same moment.
  const restart = (): Promise<void> =>
    (restarting = restarting
      .then(async () => {
        crashes.forget();
        if (client.needsStop()) {
          // A client that is still starting cannot be stopped.
          await client.start();
          await client.stop();
        }
        await client.start();
      })
      .catch((error: unknown) => output.error(`The server does not start: ${String(error)}`)));

  const images = new ImagesView(client, context.workspaceState);
  const findings = new WorkspaceFindings(client);
  const report = new ReportPanel(client);
  context.subscriptions.push(
    images,
    findings,
    report,
    output,
    answerFileRequests(client),
    showStatus(client, selector, checking),
    tellForeignFindings(client, [...selector, ...yamlSelector()]),
    ...registerCommands(context, {
      output,
      restart,
      images,
      findings,
      report,
      machine: kind.machine,
      facts: serverFacts(client),
    }),
    onNeighboursChanged((now, before) => {
      const names = now.map(({ name }) => name).join(', ');
      output.info(`Extensions that show the same things have changed: ${names || 'none'}.`);
      const isLeft = Object.values(languageFeatures()).includes('auto');
      if (isLeft && featuresChanged(now, before)) void restart();
    }),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (affectsLanguageFeatures(event)) void restart();
    }),
    // Last in, first out: the server is told to stop before anything that it talks to goes.
    client,
  );
  await client.start().catch((error: unknown) => output.error(`The server does not start: ${String(error)}`));
}
