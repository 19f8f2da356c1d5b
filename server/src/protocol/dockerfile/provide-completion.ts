import { DockerHover } from 'dockerfile-language-service/lib/dockerHover';
import { MarkdownDocumentation } from 'dockerfile-language-service/lib/dockerMarkdown';
import { PlainTextDocumentation } from 'dockerfile-language-service/lib/dockerPlainText';
import { DockerSignatures } from 'dockerfile-language-service/lib/dockerSignatures';
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
import { completionFor } from './completion';

/** Completion and hover are returned; signature help is for Dockerfiles alone. */
export function provideCompletion(
  { connection, client }: Session,
  ask: Ask,
): Pick<LanguageHandlers, 'completion' | 'hover'> {
  const completion = completionFor(client.raw);
  const hover = new DockerHover(new MarkdownDocumentation(), new PlainTextDocumentation());
  const hoverFormat = client.raw.textDocument?.hover?.contentFormat ?? [MarkupKind.PlainText];
  const signatures = new DockerSignatures();

  connection.onCompletionResolve((item, token) =>
    answering(connection, 'Completion', item, () => completion.resolve(item))(item, token),
  );
  connection.onSignatureHelp(
    ask<SignatureHelpParams, SignatureHelp | null>(
      'Signature help',
      'words',
      null,
      ({ text }, { position }) => {
        const help = signatures.computeSignatures(text, position);
        return help.signatures.length === 0 ? null : help;
      },
    ),
  );
  return {
    completion: ask<CompletionParams, CompletionItem[]>(
      'Completion',
      'completion',
      [],
      ({ text }, { position }) => completion.complete(text, position),
    ),
    hover: ask<HoverParams, Hover | null>('Hover', 'variables', null, ({ text }, { position }) =>
      hover.onHover(text, position, hoverFormat),
    ),
  };
}
