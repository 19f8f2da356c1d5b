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
import { type Session } from '../session';
import { type Ask } from './ask';
import { type CompletionHandler } from '../completion';
import { type HoverHandler } from '../hover';
import { completionFor } from './completion';

/** What is answered where Bulwark has nothing of its own to say. */
export interface LibraryHandlers {
  readonly complete: CompletionHandler;
  readonly hover: HoverHandler;
}

/** Completion, hover and signature help: the first two are returned, for others answer them too. */
export function provideCompletion({ connection, client }: Session, ask: Ask): LibraryHandlers {
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
    complete: ask<CompletionParams, CompletionItem[]>(
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
