import {
  type AnnotatedTextEdit,
  type ChangeAnnotation,
  type CodeAction,
  CodeActionKind,
  type CreateFile,
  type TextDocumentEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { type NewFile, type OtherStep, type Plan, type Reason, type Step } from '../migrate/plan';
import { type Settings } from '../service/settings';
import { type Range, type Source } from '../text/source';
import { type OpenDocument } from './open-documents';
import { type Session } from './session';

/** Kind of the action that moves a Dockerfile to hardened images. */
export const migrateKind = `${CodeActionKind.RefactorRewrite}.bulwark.migrate`;

type Described = Reason & { readonly parts?: readonly Reason[] };

const title = 'Migrate to Docker Hardened Images…';

/** The migration as an action on a FROM; without effect, and with the reason, where it cannot be done. */
export async function migrationActions(
  session: Session,
  document: OpenDocument,
  settings: Settings,
  at: Range,
): Promise<CodeAction[]> {
  const { client, service } = session;
  if (!client.edits.versioned || !isOnFrom(document, at)) return [];
  const result = await service.migration(document, settings);
  if (result === undefined) return [];
  if (result.kind === 'refusal')
    return client.showsDisabled
      ? [{ title, kind: migrateKind, disabled: { reason: plain(result.reasons.join(' ')) } }]
      : [];
  if (result.steps.length === 0) return [];
  return [{ title, kind: migrateKind, edit: toAnnotatedEdit(session, document, result) }];
}

/**
 * Answer to `bulwark/migration`, which is asked with `{ uri }`. A code action that VS Code hands to an extension has lost its
 * annotations, so a command that is to show a preview asks here.
 */
export interface MigrationAnswer {
  /** `refused`: something has to be changed first; `done`: what ships stands on hardened images; `steps`: there is a plan. */
  readonly state: 'refused' | 'done' | 'steps';
  /** Sentences for a person: of a refusal its reasons, else what is left to decide, with its line. */
  readonly messages: readonly string[];
  /** Of a plan with steps, for a client that takes versioned changes. */
  readonly edit?: WorkspaceEdit;
}

export async function migrationAnswer(
  session: Session,
  document: OpenDocument,
): Promise<MigrationAnswer | null> {
  const settings = await session.settings.of(document.uri);
  // Who runs the command means this file, whatever the settings leave out.
  const result = await session.service.migration(
    document,
    settings.enable ? settings : { ...settings, enable: true },
  );
  if (result === undefined) return null;
  if (result.kind === 'refusal') return { state: 'refused', messages: result.reasons.map(plain) };
  const messages = result.unresolved.map(
    ({ at, text }) => `Line ${document.source.lineAt(at.start) + 1}: ${plain(text)}`,
  );
  if (result.steps.length === 0) return { state: 'done', messages };
  return {
    state: 'steps',
    messages,
    ...(session.client.edits.versioned && { edit: toAnnotatedEdit(session, document, result) }),
  };
}

/** The light bulb is on the lines of a FROM, read from the text, so that other lines cost nothing. */
function isOnFrom({ source }: OpenDocument, { start, end }: Range): boolean {
  for (let line = start.line; line <= Math.min(end.line, start.line + 200); line++)
    if (/^\s*FROM\s/i.test(source.slice(source.lineSpan(line)))) return true;
  return false;
}

/**
 * One annotation a step, numbered so that a preview shows them in their order. All of them are to be confirmed: else VS Code
 * makes the changes without showing them, or ticks some, and half a migration would be worse than none.
 */
export function toAnnotatedEdit(
  { client, documents }: Session,
  { uri, version, source }: OpenDocument,
  { steps, newFiles, others }: Plan,
): WorkspaceEdit {
  const { annotated, createsFiles } = client.edits;
  const files = createsFiles ? newFiles : [];
  const all: readonly Described[] = [...steps, ...others, ...files];
  const annotations: Record<string, ChangeAnnotation> = {};
  const annotate = (id: string, reason: Described, number: number): { annotationId?: string } => {
    if (!annotated) return {};
    annotations[id] = {
      label: `${String(number).padStart(String(all.length).length, '0')}. ${plain(reason.title)}`,
      description: plain([...texts(reason), ...confirmations(reason)].join(' ')),
      needsConfirmation: true,
    };
    return { annotationId: id };
  };
  const annotatedEdits = (
    { id, edits: own, ...reason }: Step | OtherStep,
    text: Source,
    number: number,
  ): AnnotatedTextEdit[] => {
    const annotation = annotate(id, reason, number) as { annotationId: string };
    return own.map(({ span, newText }) => ({ range: text.rangeOf(span), newText, ...annotation }));
  };
  const edits = steps.flatMap((step, index) => annotatedEdits(step, source, index + 1));
  const elsewhere = others.map((other, index): TextDocumentEdit => ({
    textDocument: { uri: other.uri, version: documents.textAt(other.uri)?.version ?? null },
    edits: annotatedEdits(other, other.source, steps.length + index + 1),
  }));
  const created = files.flatMap((file, index) =>
    creation(file, annotate(`file-${file.path}`, file, steps.length + others.length + index + 1)),
  );
  return {
    documentChanges: [...created, { textDocument: { uri, version }, edits }, ...elsewhere],
    ...(annotated && { changeAnnotations: annotations }),
  };
}

function creation(
  { uri, text }: NewFile,
  annotation: { annotationId?: string },
): readonly (CreateFile | TextDocumentEdit)[] {
  const start = { line: 0, character: 0 };
  return [
    { kind: 'create', uri, options: { ignoreIfExists: true }, ...annotation },
    {
      textDocument: { uri, version: null },
      edits: [{ range: { start, end: start }, newText: text, ...annotation }],
    },
  ];
}

function texts({ why, parts = [] }: Described): readonly string[] {
  return [why, ...parts.map((part) => `${part.title}. ${part.why}`)];
}

function confirmations({ parts = [], ...reason }: Described): readonly string[] {
  return [reason, ...parts].flatMap(({ confirm }) => confirm ?? []);
}

/** Labels and messages are shown as they are. */
function plain(text: string): string {
  return text.replaceAll('`', '');
}
