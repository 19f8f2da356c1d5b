import * as vscode from 'vscode';
import { installedNeighbours } from './neighbours';

const languages = ['dockerfile', 'compose'] as const;

/** Whether a change of the settings touches what the server gives at its start. */
export function affectsLanguageFeatures(event: vscode.ConfigurationChangeEvent): boolean {
  return languages.some((language) => event.affectsConfiguration(`bulwark.${language}.languageFeatures`));
}

/** What the settings say of completion, hover and the like, by language. */
export function languageFeatures(): Readonly<Record<string, string>> {
  const settings = vscode.workspace.getConfiguration('bulwark');
  return Object.fromEntries(
    languages.map((language) => [language, settings.get(`${language}.languageFeatures`, 'auto')]),
  );
}

/** Names of the extensions that complete and explain in a document because Bulwark leaves it to them. */
export function featuresLeftTo({ languageId }: vscode.TextDocument): readonly string[] {
  const language = languageId === 'dockerfile' ? 'dockerfile' : 'compose';
  if (languageFeatures()[language] !== 'auto') return [];
  return installedNeighbours()
    .filter(({ gives }) => gives.includes(language))
    .map(({ name }) => name);
}
