import * as vscode from 'vscode';

const patience = 25_000;

/** Bulwark's diagnostics of a document, in the order of the text. */
export function findings(uri: vscode.Uri): vscode.Diagnostic[] {
  return vscode.languages
    .getDiagnostics(uri)
    .filter(({ source }) => source === 'bulwark')
    .sort((a, b) => a.range.start.compareTo(b.range.start));
}

/** The id of the rule that a diagnostic comes from. */
export function ruleOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

/** The ids of the rules that speak about a document. */
export function rulesOf(uri: vscode.Uri): string[] {
  return findings(uri).map(ruleOf);
}

/** Resolves as soon as `probe` gives a value: now, or after one of the events. Rejects where that takes too long. */
export function waitFor<T>(
  what: string,
  events: readonly vscode.Event<unknown>[],
  probe: () => T | undefined,
  state: () => unknown = () => '',
): Promise<T> {
  const at = new Error(`Waited in vain for ${what}.`);
  return new Promise((resolve, reject) => {
    const listeners: vscode.Disposable[] = [];
    const end = (settle: () => void) => {
      clearTimeout(timer);
      for (const listener of listeners) listener.dispose();
      settle();
    };
    const timer = setTimeout(() => {
      at.message += ` There is: ${JSON.stringify(state())}`;
      end(() => reject(at));
    }, patience);
    const look = () => {
      const found = probe();
      if (found !== undefined) end(() => resolve(found));
    };
    for (const event of events) listeners.push(event(look));
    look();
  });
}

/** Resolves with a document's findings as soon as they satisfy the predicate. */
export function waitForDiagnostics(
  uri: vscode.Uri,
  what: string,
  predicate: (rules: readonly string[], diagnostics: readonly vscode.Diagnostic[]) => boolean,
): Promise<vscode.Diagnostic[]> {
  return waitFor(
    what,
    [vscode.languages.onDidChangeDiagnostics],
    () => {
      const present = findings(uri);
      return predicate(present.map(ruleOf), present) ? present : undefined;
    },
    () => rulesOf(uri),
  );
}

/** Resolves with the one finding of a rule. */
export async function waitForRule(uri: vscode.Uri, rule: string): Promise<vscode.Diagnostic> {
  const present = await waitForDiagnostics(uri, `a finding of ${rule}`, (rules) => rules.includes(rule));
  const [first, ...others] = present.filter((diagnostic) => ruleOf(diagnostic) === rule);
  if (first === undefined || others.length > 0) throw new Error(`${rule} speaks more than once.`);
  return first;
}

/** Resolves as soon as a rule is silent while another one, which proves that the analysis has run, speaks. */
export async function waitForSilence(uri: vscode.Uri, rule: string, witness: string): Promise<void> {
  await waitForDiagnostics(
    uri,
    `silence of ${rule} beside ${witness}`,
    (rules) => !rules.includes(rule) && rules.includes(witness),
  );
}

/** The code actions of a kind that VS Code offers for a range. */
export async function codeActions(
  uri: vscode.Uri,
  range: vscode.Range,
  kind: vscode.CodeActionKind,
): Promise<vscode.CodeAction[]> {
  return vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    uri,
    range,
    kind.value,
    // Resolve them: an action may bring its edit only when asked.
    50,
  );
}

/** Applies an action's edit, and fails where VS Code refuses it. */
export async function apply(action: vscode.CodeAction): Promise<void> {
  if (action.edit === undefined) throw new Error(`No edit in ${JSON.stringify(action.title)}.`);
  if (!(await vscode.workspace.applyEdit(action.edit))) throw new Error(`${action.title} was refused.`);
}
