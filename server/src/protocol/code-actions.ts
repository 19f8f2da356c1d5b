import {
  type CancellationToken,
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  CodeActionTriggerKind,
} from 'vscode-languageserver';
import { pageUrl } from '../rules/page-url';
import { type Finding, rulesOf } from '../service/finding';
import { type Action } from '../service/service';
import { type Settings } from '../service/settings';
import { type Span } from '../text/span';
import { answering } from './answering';
import { migrateKind, migrationActions } from './migration';
import { type OpenDocument } from './open-documents';
import { type Session } from './session';
import { toDiagnostic } from './to-diagnostic';
import { toWorkspaceEdit } from './to-workspace-edit';

/** Kind of the action that repairs all that can be repaired safely; part of "fix all" on save. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.bulwark`;

/** Opens a rule's page. Arguments: the rule's id, the page's URL. */
export const openRuleCommand = 'bulwark.openRule';

export function provideCodeActions(session: Session): void {
  session.connection.onCodeAction(
    answering(session.connection, 'Code actions', [], (params, token) => codeActions(session, params, token)),
  );
}

/** Always made from the present text: what the client sends along may belong to an older one. */
async function codeActions(
  session: Session,
  { textDocument, range, context }: CodeActionParams,
  token: CancellationToken,
): Promise<CodeAction[]> {
  const { client, documents, service } = session;
  const document = documents.get(textDocument.uri);
  if (document === undefined || !client.codeActions) return [];
  const settings = await session.settings.of(document.uri);
  const result: CodeAction[] = [];

  if (wants(context.only, CodeActionKind.QuickFix)) {
    const at = document.source.spanOf(range);
    const actions = await service.actions(document, settings, at);
    if (token.isCancellationRequested) return [];
    for (const action of actions) result.push(...(await toCodeAction(session, document, action)));
    const findings = await service.findings(document, settings);
    result.push(
      ...pages(
        session,
        document,
        findings.filter(({ span }) => meets(span, at)),
      ),
    );
  }
  // Whoever has not asked for it gets it only on request: it is not worth the work at every move of the cursor.
  const automatic = context.triggerKind === CodeActionTriggerKind.Automatic;
  if (context.only === undefined ? !automatic : wants(context.only, fixAllKind))
    result.push(...(await fixAll(session, document, settings)));
  if (wants(context.only, migrateKind))
    result.push(...(await migrationActions(session, document, settings, range)));
  return documents.isCurrent(document) ? result : [];
}

/** Whether a client that asks for `only` these kinds wants that one: `source` and `source.fixAll` name it as well. */
function wants(only: readonly string[] | undefined, kind: string): boolean {
  return only?.some((asked) => asked === '' || kind === asked || kind.startsWith(`${asked}.`)) ?? true;
}

async function toCodeAction(
  session: Session,
  document: OpenDocument,
  { fix, kind, findings, preferred }: Action,
): Promise<CodeAction[]> {
  const edit = await toWorkspaceEdit(session, document, fix);
  if (edit === undefined) return [];
  return [
    {
      title: fix.title,
      kind: kind === 'fix-all' ? fixAllKind : CodeActionKind.QuickFix,
      diagnostics: findings.map((finding) => toDiagnostic(finding, document, session.client)),
      edit,
      ...(preferred ? { isPreferred: true } : {}),
    },
  ];
}

/** One action for each rule that says something here, for clients that can show a page. */
function pages({ client }: Session, document: OpenDocument, here: readonly Finding[]): CodeAction[] {
  if (!client.options.commands.includes(openRuleCommand)) return [];
  const rules = new Set(here.flatMap(rulesOf));
  return [...rules].map((rule) => {
    const title = `Open the page of "${rule}"`;
    return {
      title,
      kind: CodeActionKind.QuickFix,
      diagnostics: here
        .filter((finding) => rulesOf(finding).includes(rule))
        .map((finding) => toDiagnostic(finding, document, client)),
      command: { title, command: openRuleCommand, arguments: [rule, pageUrl(rule)] },
    };
  });
}

/** Whether a finding is meant by a selection, or by the caret at either end of it. */
function meets(finding: Span, at: Span): boolean {
  return finding.start <= at.end && at.start <= finding.end;
}

async function fixAll(session: Session, document: OpenDocument, settings: Settings): Promise<CodeAction[]> {
  const edits = await session.service.fixAll(document, settings);
  if (edits.length === 0) return [];
  const title = 'Fix all safe Bulwark problems';
  return toCodeAction(session, document, {
    fix: { title, edits },
    kind: 'fix-all',
    findings: [],
    preferred: false,
  });
}
