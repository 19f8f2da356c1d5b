import { type Range, type WorkspaceEdit } from 'vscode-languageserver';
import { type CommandFacts, type CommandSubject } from '../service/images/command-subjects';
import { toolImages } from '../service/images/tool-images';
import { answering } from './answering';
import { member } from './client-options';
import { migrationAnswer, type MigrationAnswer } from './migration';
import { type OpenDocument } from './open-documents';
import { type Session } from './session';
import { toWorkspaceEdit } from './to-workspace-edit';

/** Requests of our own editor client, whose commands want to know what the server knows; `null` where it knows nothing. */
export const imagesRequest = 'bulwark/images';
export const debugSidecarRequest = 'bulwark/debugSidecar';
export const ignoreFileRequest = 'bulwark/ignoreFile';
export const migrationRequest = 'bulwark/migration';

/** Answer to `bulwark/images`, which is asked with `{ uri }`. Any file has at least its tools. */
export interface ImagesAnswer extends Omit<CommandFacts, 'subjects'> {
  readonly subjects: readonly SubjectInEditor[];
}

export interface SubjectInEditor extends Omit<CommandSubject, 'span'> {
  readonly range: Range;
}

/** Answer to `bulwark/ignoreFile`, which is asked with `{ uri }`: where the file is, or what creates it. */
export type IgnoreFileAnswer = { readonly present: string } | { readonly create: WorkspaceEdit };

/** `bulwark/debugSidecar` is asked with `{ uri, service, image }`, and answered with a WorkspaceEdit. */
export function provideCommandFacts(session: Session): void {
  const images = answering<unknown, ImagesAnswer | null>(session.connection, imagesRequest, null, (params) =>
    imagesOf(session, member(params, 'uri')),
  );
  session.connection.onRequest(imagesRequest, images);
  const provide = <R>(
    method: string,
    handler: (document: OpenDocument, params: unknown) => Promise<R | null>,
  ): void => {
    const answer = answering<unknown, R | null>(session.connection, method, null, (params) => {
      const uri = member(params, 'uri');
      const document = typeof uri === 'string' ? session.documents.get(uri) : undefined;
      return document === undefined ? null : handler(document, params);
    });
    session.connection.onRequest(method, answer);
  };
  provide<WorkspaceEdit>(debugSidecarRequest, (document, params) => sidecar(session, document, params));
  provide<IgnoreFileAnswer>(ignoreFileRequest, (document) => ignoreFile(session, document));
  provide<MigrationAnswer>(migrationRequest, (document) => migrationAnswer(session, document));
}

async function imagesOf(session: Session, uri: unknown): Promise<ImagesAnswer | null> {
  if (typeof uri !== 'string') return null;
  const settings = await session.settings.of(uri);
  const document = session.documents.get(uri);
  const facts = document && (await session.service.commandFacts(document, settings));
  if (document === undefined || facts === undefined)
    return { subjects: [], tools: toolImages({ seen: [], mirrors: settings.hardenedImageMirrors }) };
  const subjects = facts.subjects.map(({ span, ...subject }) => ({
    ...subject,
    range: document.source.rangeOf(span),
  }));
  return { ...facts, subjects };
}

async function sidecar(
  session: Session,
  document: OpenDocument,
  params: unknown,
): Promise<WorkspaceEdit | null> {
  const name = member(params, 'service');
  const image = member(params, 'image');
  if (typeof name !== 'string' || typeof image !== 'string') return null;
  const settings = await session.settings.of(document.uri);
  const edits = await session.service.debugSidecar(document, settings, name, image);
  if (edits === undefined) return null;
  return (await toWorkspaceEdit(session, document, { title: 'Add a debug sidecar', edits })) ?? null;
}

async function ignoreFile(session: Session, document: OpenDocument): Promise<IgnoreFileAnswer | null> {
  const file = await session.service.ignoreFile(document, await session.settings.of(document.uri));
  if (file === undefined || 'present' in file) return file ?? null;
  const create = await toWorkspaceEdit(session, document, file.create);
  return create === undefined ? null : { create };
}
