import {
  type AnnotatedTextEdit,
  type ChangeAnnotation,
  type CreateFile,
  type TextDocumentEdit,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { type FileEdit, type Fix } from '../rules/rule';
import { type Edit } from '../text/edit';
import { Source } from '../text/source';
import { type OpenDocument } from './open-documents';
import { type Session } from './session';

const annotation = 'confirm';

/**
 * A fix in the client's form: versioned and, where a person should confirm, annotated, as far as the client knows of
 * such things. `undefined` where the client cannot carry it out (it creates a file), or a file that it changes is gone.
 */
export async function toWorkspaceEdit(
  session: Session,
  document: OpenDocument,
  fix: Fix,
): Promise<WorkspaceEdit | undefined> {
  const { versioned, annotated, createsFiles } = session.client.edits;
  const others = fix.others ?? [];
  if (!createsFiles && others.some(({ create }) => create === true)) return undefined;

  const asks = annotated && fix.confirm !== undefined;
  const toEdits = (edits: readonly Edit[], source: Source): (TextEdit | AnnotatedTextEdit)[] =>
    edits.map(({ span, newText }) => ({
      range: source.rangeOf(span),
      newText,
      ...(asks ? { annotationId: annotation } : {}),
    }));

  const files: { uri: string; version: number | null; edits: TextEdit[] }[] = [];
  const { uri, version, source } = document;
  if (fix.edits.length > 0) files.push({ uri, version, edits: toEdits(fix.edits, source) });
  for (const other of others) {
    const present = await textOf(session, other);
    if (present === undefined) return undefined;
    files.push({
      uri: other.uri,
      version: present.version,
      edits: toEdits(other.edits, new Source(present.text)),
    });
  }
  if (!versioned) return { changes: Object.fromEntries(files.map((file) => [file.uri, file.edits])) };

  const created = others.filter(({ create }) => create === true);
  const documentChanges: (CreateFile | TextDocumentEdit)[] = [
    ...created.map(({ uri: newUri }): CreateFile => ({
      kind: 'create',
      uri: newUri,
      options: { ignoreIfExists: true },
      ...(asks ? { annotationId: annotation } : {}),
    })),
    ...files.map((file) => ({
      textDocument: { uri: file.uri, version: file.version },
      edits: file.edits,
    })),
  ];
  return {
    documentChanges,
    ...(asks ? { changeAnnotations: { [annotation]: annotationOf(fix) } } : {}),
  };
}

function annotationOf({ title, confirm }: Fix): ChangeAnnotation {
  return {
    label: title,
    needsConfirmation: true,
    ...(confirm === undefined ? {} : { description: confirm }),
  };
}

async function textOf(
  { documents, host }: Session,
  { uri, create }: FileEdit,
): Promise<{ readonly text: string; readonly version: number | null } | undefined> {
  const open = documents.textAt(uri);
  if (open !== undefined) return open;
  const text = create === true ? '' : await host.readFile(uri);
  return text === undefined ? undefined : { text, version: null };
}
