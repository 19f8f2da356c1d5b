import * as vscode from 'vscode';
import {
  CloseAction,
  type CloseHandlerResult,
  ErrorAction,
  type ErrorHandler,
  type ErrorHandlerResult,
} from 'vscode-languageclient';

const mostCrashes = 5;
const inMilliseconds = 3 * 60 * 1000;

/** A server that crashes is started again, but not for ever: five times in three minutes, then the user is asked. */
export class CrashPolicy implements ErrorHandler {
  #crashes: number[] = [];

  error(_error: Error, _message: unknown, count: number | undefined): ErrorHandlerResult {
    return { action: count !== undefined && count <= 3 ? ErrorAction.Continue : ErrorAction.Shutdown };
  }

  closed(): CloseHandlerResult {
    const now = Date.now();
    this.#crashes = [...this.#crashes.filter((time) => now - time < inMilliseconds), now];
    if (this.#crashes.length < mostCrashes) return { action: CloseAction.Restart };
    void this.#ask();
    return { action: CloseAction.DoNotRestart, handled: true };
  }

  /** The user has started the server: it gets all its chances again. */
  forget(): void {
    this.#crashes = [];
  }

  async #ask(): Promise<void> {
    const restart = 'Restart';
    const show = 'Show Output';
    const message = `Bulwark's language server crashed ${mostCrashes} times in three minutes and was not started again. Files are not being checked.`;
    const choice = await vscode.window.showErrorMessage(message, restart, show);
    if (choice === restart) await vscode.commands.executeCommand('bulwark.restart');
    if (choice === show) await vscode.commands.executeCommand('bulwark.showOutput');
  }
}
