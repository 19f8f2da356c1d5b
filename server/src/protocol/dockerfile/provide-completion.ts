import {
  type CompletionItem,
  type CompletionParams,
  type Hover,
  type HoverParams,
  MarkupKind,
  type SignatureHelp,
  type SignatureHelpParams,
} from 'vscode-languageserver';
import { answering } from '../answering';
import { type LanguageHandlers } from '../dispatch';
import { type Session } from '../session';
import { type Ask } from './ask';

/** Completion and hover are returned; signature help is for Dockerfiles alone. */
export function provideCompletion(
  { connection, client }: Session,
  ask: Ask,
): Pick<LanguageHandlers, 'completion' | 'hover'> {
  const hoverFormat = client.raw.textDocument?.hover?.contentFormat ?? [MarkupKind.PlainText];

  connection.onCompletionResolve((item, token) =>
    answering(connection, 'Completion', item, async () => {
      const { completionFor } = await import('./library');
      return completionFor(client.raw).resolve(item);
    })(item, token),
  );
  connection.onSignatureHelp(
    ask<SignatureHelpParams, SignatureHelp | null>(
      'Signature help',
      'words',
      null,
      ({ DockerSignatures }, { text }, { position }) => {
        const help = new DockerSignatures().computeSignatures(text, position);
        return help.signatures.length === 0 ? null : help;
      },
    ),
  );
  return {
    completion: ask<CompletionParams, CompletionItem[]>(
      'Completion',
      'completion',
      [],
      ({ completionFor }, { text }, { position }) => completionFor(client.raw).complete(text, position),
    ),
    hover: ask<HoverParams, Hover | null>('Hover', 'variables', null, (library, { text }, { position }) => {
      const { DockerHover, MarkdownDocumentation, PlainTextDocumentation } = library;
      const hover = new DockerHover(new MarkdownDocumentation(), new PlainTextDocumentation());
      return hover.onHover(text, position, hoverFormat);
    }),
  };
}
