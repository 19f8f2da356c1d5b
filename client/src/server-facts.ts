import { Uri, type WorkspaceEdit } from 'vscode';
import { type BaseLanguageClient } from 'vscode-languageclient';
import type { IgnoreFileAnswer, ImagesAnswer } from '../../server/src/protocol/command-facts';
import type { MigrationAnswer } from '../../server/src/protocol/migration';

export interface Migration extends Omit<MigrationAnswer, 'edit'> {
  /** Steps as annotations, each to be confirmed. */
  readonly edit: WorkspaceEdit | undefined;
}

/** What commands ask of the server. All answer undefined where it knows nothing, or does not run. */
export interface ServerFacts {
  images(document: Uri): Promise<ImagesAnswer | undefined>;
  /** A service with a shell beside another one. */
  debugSidecar(document: Uri, service: string, image: string): Promise<WorkspaceEdit | undefined>;
  ignoreFile(document: Uri): Promise<{ present: Uri } | { create: WorkspaceEdit } | undefined>;
  /** The way to hardened images; undefined for what is no Dockerfile. */
  migration(document: Uri): Promise<Migration | undefined>;
}

export function serverFacts(client: BaseLanguageClient): ServerFacts {
  const converter = client.protocol2CodeConverter;
  const ask = async <R>(method: string, document: Uri, more: object = {}): Promise<R | undefined> => {
    if (!client.isRunning()) return undefined;
    const uri = client.code2ProtocolConverter.asUri(document);
    return (await client.sendRequest<R | null>(method, { uri, ...more })) ?? undefined;
  };
  return {
    images: (document) => ask<ImagesAnswer>('bulwark/images', document),
    async debugSidecar(document, service, image) {
      type Edit = Parameters<typeof converter.asWorkspaceEdit>[0];
      const edit = await ask<Edit>('bulwark/debugSidecar', document, { service, image });
      return converter.asWorkspaceEdit(edit);
    },
    async migration(document) {
      const answer = await ask<MigrationAnswer>('bulwark/migration', document);
      return answer && { ...answer, edit: await converter.asWorkspaceEdit(answer.edit) };
    },
    async ignoreFile(document) {
      const answer = await ask<IgnoreFileAnswer>('bulwark/ignoreFile', document);
      if (answer === undefined) return undefined;
      if ('present' in answer) return { present: Uri.parse(answer.present) };
      return { create: await converter.asWorkspaceEdit(answer.create) };
    },
  };
}
