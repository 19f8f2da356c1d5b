import { DockerDefinition } from 'dockerfile-language-service/lib/dockerDefinition';
import { DockerHighlight } from 'dockerfile-language-service/lib/dockerHighlight';
import { DockerRename } from 'dockerfile-language-service/lib/dockerRename';
import {
  type DefinitionParams,
  type DocumentHighlight,
  type DocumentHighlightParams,
  ErrorCodes,
  type Location,
  type PrepareRenameParams,
  type Range,
  type RenameParams,
  ResponseError,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { type LanguageHandlers } from '../dispatch';
import { type Session } from '../session';
import { type Ask } from './ask';

/** Names of stages and variables, as BuildKit takes them. */
const validName = /^[A-Za-z_][\w.-]*$/;

/** Definition, highlights and rename of stages and variables. */
export function provideNames(
  { client }: Session,
  ask: Ask,
): Pick<LanguageHandlers, 'definition' | 'highlights' | 'prepareRename' | 'rename'> {
  const definition = new DockerDefinition();
  const highlight = new DockerHighlight();
  const rename = new DockerRename();

  return {
    definition: ask<DefinitionParams, Location | null>(
      'Definition',
      'variables',
      null,
      ({ text }, { textDocument, position }) => definition.computeDefinition(textDocument, text, position),
    ),
    highlights: ask<DocumentHighlightParams, DocumentHighlight[]>(
      'Highlights',
      'variables',
      [],
      ({ text }, { position }) => highlight.computeHighlightRanges(text, position),
    ),
    prepareRename: ask<PrepareRenameParams, Range | null>(
      'Rename',
      'variables',
      null,
      ({ text }, { position }) => rename.prepareRename(text, position),
    ),
    rename: ask<RenameParams, WorkspaceEdit | null>(
      'Rename',
      'variables',
      null,
      ({ uri, version, text }, { textDocument, position, newName }) => {
        if (!validName.test(newName))
          throw new ResponseError(ErrorCodes.InvalidParams, `"${newName}" cannot be a name here.`);
        const edits = rename.rename(textDocument, text, position, newName);
        if (edits.length === 0) return null;
        if (!client.edits.versioned) return { changes: { [uri]: edits } };
        return { documentChanges: [{ textDocument: { uri, version }, edits }] };
      },
    ),
  };
}
