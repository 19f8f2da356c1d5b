import * as vscode from 'vscode';

/** Copies the reference of an image of the view, its variables resolved. */
export async function copyImageReference(about: unknown): Promise<void> {
  if (typeof about !== 'object' || about === null || !('reference' in about)) return;
  const { reference } = about;
  if (typeof reference === 'string') await vscode.env.clipboard.writeText(reference);
}
