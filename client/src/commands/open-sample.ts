import * as vscode from 'vscode';

/** Faults of several kinds: one that is fixed safely, one with a choice, one that needs thought. */
const sample = `FROM python:latest

WORKDIR app
ADD . /app

RUN apt-get update && apt-get install curl
RUN curl -k https://example.com/tool -o /usr/local/bin/tool

CMD python -m app
`;

/** Opens an unsaved Dockerfile to try things out on. */
export async function openSample(): Promise<void> {
  const document = await vscode.workspace.openTextDocument({ language: 'dockerfile', content: sample });
  await vscode.window.showTextDocument(document);
}
