import { Uri, workspace } from 'vscode';

/** The data files of the extension, by their names: a web worker cannot read them itself. */
export async function dataTexts(extension: Uri): Promise<Readonly<Record<string, string>>> {
  const texts: Record<string, string> = {};
  for (const name of ['hardened-images.jsonl', 'counterparts.jsonl']) {
    const bytes = await workspace.fs.readFile(Uri.joinPath(extension, 'dist', name));
    texts[name] = new TextDecoder().decode(bytes);
  }
  return texts;
}
