import * as vscode from 'vscode';
import { openRule } from './open-rule';

/** Shows the page of a rule that the person picks: first come those that speak where the cursor stands. */
export async function explainRule({ extensionUri, extension }: vscode.ExtensionContext): Promise<void> {
  const here = rulesAtCursor();
  const items = [...summariesOf(extension.packageJSON)].map(([label, description]) => ({
    label,
    description,
  }));
  const spoken = items.filter(({ label }) => here.has(label));
  const separator = (label: string): vscode.QuickPickItem => ({
    label,
    kind: vscode.QuickPickItemKind.Separator,
  });
  const chosen = await vscode.window.showQuickPick(
    [
      ...(spoken.length > 0 ? [separator('At the cursor'), ...spoken, separator('All rules')] : []),
      ...items.filter(({ label }) => !here.has(label)),
    ],
    { title: 'Explain Rule', matchOnDescription: true },
  );
  if (chosen !== undefined) await openRule(extensionUri, chosen.label, undefined);
}

function rulesAtCursor(): ReadonlySet<string> {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined) return new Set();
  const { document, selection } = editor;
  const here = vscode.languages
    .getDiagnostics(document.uri)
    .filter(({ source, range }) => source === 'bulwark' && range.intersection(selection) !== undefined);
  return new Set(here.map(({ code }) => String(typeof code === 'object' ? code.value : code)));
}

/** Rules with what they ask for, as the setting `bulwark.rules` lists them. */
function summariesOf(manifest: unknown): ReadonlyMap<string, string> {
  const { contributes } = manifest as Manifest;
  const rules = contributes.configuration.flatMap(({ properties }) =>
    Object.entries(properties['bulwark.rules']?.properties ?? {}),
  );
  return new Map(rules.map(([id, { description }]) => [id, description]));
}

interface Manifest {
  readonly contributes: {
    readonly configuration: readonly {
      readonly properties: {
        readonly 'bulwark.rules'?: {
          readonly properties: Readonly<Record<string, { readonly description: string }>>;
        };
      };
    }[];
  };
}
