import {
  type Definition,
  type DefinitionParams,
  type DocumentHighlight,
  DocumentHighlightKind,
  type DocumentHighlightParams,
  ErrorCodes,
  type Location,
  type PrepareRenameParams,
  type Range,
  type ReferenceParams,
  type RenameParams,
  ResponseError,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { fileLinks } from '../../service/compose/file-links';
import { nameAt } from '../../service/compose/names';
import { canRename, renameEdits, renameProblem } from '../../service/compose/rename';
import { type Spot } from '../../service/compose/spot';
import { touches } from '../../text/span';
import { type LanguageHandlers } from '../dispatch';
import { type Session } from '../session';
import { toWorkspaceEdit } from '../to-workspace-edit';
import { type AskCompose, type AskedCompose } from './ask';

/** Definition, references, highlights and rename of what services name, of anchors and stages. */
export function provideNames(
  session: Session,
  ask: AskCompose,
): Pick<LanguageHandlers, 'definition' | 'references' | 'highlights' | 'prepareRename' | 'rename'> {
  return {
    definition: ask<DefinitionParams, Definition | null>('Definition', null, (asked, { position }) => {
      const offset = asked.offsetAt(position);
      const found = nameAt(asked.scene, offset)?.spots.filter(({ declares }) => declares) ?? [];
      if (found.length > 0) return found.map((spot) => toLocation(spot, asked));
      const link = fileLinks(asked.scene).find(({ span }) => touches(span, offset));
      return link === undefined ? null : { uri: link.uri, range: topOfFile };
    }),
    references: ask<ReferenceParams, Location[]>('References', [], (asked, { position, context }) =>
      (nameAt(asked.scene, asked.offsetAt(position))?.spots ?? [])
        .filter(({ declares }) => context.includeDeclaration || !declares)
        .map((spot) => toLocation(spot, asked)),
    ),
    highlights: ask<DocumentHighlightParams, DocumentHighlight[]>('Highlights', [], (asked, { position }) =>
      (nameAt(asked.scene, asked.offsetAt(position))?.spots ?? [])
        .filter(({ uri }) => uri === asked.scene.uri)
        .map(({ source, span, declares }) => ({
          range: source.rangeOf(span),
          kind: declares ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
        })),
    ),
    prepareRename: ask<PrepareRenameParams, Range | null>('Rename', null, (asked, { position }) => {
      const name = nameAt(asked.scene, asked.offsetAt(position));
      return name === undefined || !canRename(name) ? null : asked.document.source.rangeOf(name.span);
    }),
    rename: ask<RenameParams, WorkspaceEdit | null>('Rename', null, (asked, params) =>
      rename(session, asked, params),
    ),
  };
}

const topOfFile: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** The document itself as the editor spells it. */
function toLocation({ uri, source, span }: Spot, { scene, document }: AskedCompose): Location {
  return { uri: uri === scene.uri ? document.uri : uri, range: source.rangeOf(span) };
}

async function rename(
  session: Session,
  { scene, document, offsetAt }: AskedCompose,
  { position, newName }: RenameParams,
): Promise<WorkspaceEdit | null> {
  const name = nameAt(scene, offsetAt(position));
  if (name === undefined || !canRename(name)) return null;
  const problem = renameProblem(scene, name, newName);
  if (problem !== undefined) throw new ResponseError(ErrorCodes.InvalidParams, problem);
  const files = renameEdits(name, newName);
  const own = files.find(({ uri }) => uri === scene.uri)?.edits ?? [];
  const others = files.filter(({ uri }) => uri !== scene.uri);
  const edit = await toWorkspaceEdit(session, document, { title: 'Rename', edits: own, others });
  return edit ?? null;
}
