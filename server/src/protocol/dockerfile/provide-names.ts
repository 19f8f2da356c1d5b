import {
  type DefinitionParams,
  type DocumentHighlight,
  type DocumentHighlightParams,
  ErrorCodes,
  type Location,
  type Position,
  type PrepareRenameParams,
  type Range,
  type ReferenceParams,
  type RenameParams,
  ResponseError,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { renameEdits } from '../../service/compose/rename';
import { type Spot } from '../../service/compose/spot';
import { canonical } from '../../workspace/uri';
import { type LanguageHandlers } from '../dispatch';
import { type OpenDocument } from '../open-documents';
import { type Session } from '../session';
import { toWorkspaceEdit } from '../to-workspace-edit';
import { type Ask } from './ask';

/** Names of stages and variables, as BuildKit takes them. */
const validName = /^[A-Za-z_][\w.-]*$/;

/** Definition, references, highlights and rename of stages and variables; stages are named in Compose files as well. */
export function provideNames(
  session: Session,
  ask: Ask,
): Pick<LanguageHandlers, 'definition' | 'references' | 'highlights' | 'prepareRename' | 'rename'> {
  const stageSpots = async (document: OpenDocument, position: Position): Promise<readonly Spot[]> => {
    const settings = await session.settings.of(document.uri);
    return session.service.stageSpots(document, settings, document.source.offsetAt(position));
  };

  return {
    definition: ask<DefinitionParams, Location | null>(
      'Definition',
      'variables',
      null,
      ({ DockerDefinition }, { text }, { textDocument, position }) =>
        new DockerDefinition().computeDefinition(textDocument, text, position),
    ),
    references: ask<ReferenceParams, Location[]>(
      'References',
      'variables',
      [],
      async ({ DockerHighlight }, document, { position, context }) => {
        const spots = await stageSpots(document, position);
        if (spots.length === 0)
          return new DockerHighlight()
            .computeHighlightRanges(document.text, position)
            .map(({ range }) => ({ uri: document.uri, range }));
        return spots
          .filter(({ declares }) => context.includeDeclaration || !declares)
          .map(({ uri, source, span }) => ({
            uri: uri === canonical(document.uri) ? document.uri : uri,
            range: source.rangeOf(span),
          }));
      },
    ),
    highlights: ask<DocumentHighlightParams, DocumentHighlight[]>(
      'Highlights',
      'variables',
      [],
      ({ DockerHighlight }, { text }, { position }) =>
        new DockerHighlight().computeHighlightRanges(text, position),
    ),
    prepareRename: ask<PrepareRenameParams, Range | null>(
      'Rename',
      'variables',
      null,
      ({ DockerRename }, { text }, { position }) => new DockerRename().prepareRename(text, position),
    ),
    rename: ask<RenameParams, WorkspaceEdit | null>(
      'Rename',
      'variables',
      null,
      async ({ DockerRename }, document, { textDocument, position, newName }) => {
        if (!validName.test(newName))
          throw new ResponseError(ErrorCodes.InvalidParams, `"${newName}" cannot be a name here.`);
        const { source, text, uri } = document;
        const edits = new DockerRename()
          .rename(textDocument, text, position, newName)
          .map(({ range, newText }) => ({ span: source.spanOf(range), newText }));
        if (edits.length === 0) return null;
        const spots = (await stageSpots(document, position)).filter((spot) => spot.uri !== canonical(uri));
        const others = renameEdits({ spots }, newName);
        return (await toWorkspaceEdit(session, document, { title: 'Rename', edits, others })) ?? null;
      },
    ),
  };
}
