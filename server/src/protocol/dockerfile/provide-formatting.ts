import {
  type DocumentFormattingParams,
  type DocumentOnTypeFormattingParams,
  type DocumentRangeFormattingParams,
  type TextEdit,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type OpenDocument } from '../open-documents';
import { type Session } from '../session';
import { type Ask } from './ask';

/** Formatting of the document, a range, and the line after a continuation. */
export function provideFormatting({ connection }: Session, ask: Ask): void {
  connection.onDocumentFormatting(
    ask<DocumentFormattingParams, TextEdit[]>(
      'Formatting',
      'structure',
      [],
      ({ DockerFormatter }, document, { options }) =>
        new DockerFormatter().formatDocument(asText(document), options),
    ),
  );
  connection.onDocumentRangeFormatting(
    ask<DocumentRangeFormattingParams, TextEdit[]>(
      'Formatting',
      'structure',
      [],
      ({ DockerFormatter }, document, { range, options }) => {
        // The library counts through every line that it is told, and editors may name one far behind the end.
        const { source } = document;
        return new DockerFormatter().formatRange(
          asText(document),
          source.rangeOf(source.spanOf(range)),
          options,
        );
      },
    ),
  );
  connection.onDocumentOnTypeFormatting(
    ask<DocumentOnTypeFormattingParams, TextEdit[]>(
      'Formatting',
      'structure',
      [],
      ({ DockerFormatter }, document, { position, ch, options }) =>
        position.line + 1 < document.source.lineCount
          ? new DockerFormatter().formatOnType(asText(document), position, ch, options)
          : [],
    ),
  );
}

function asText({ uri, version, text }: OpenDocument): TextDocument {
  return TextDocument.create(uri, 'dockerfile', version, text);
}
