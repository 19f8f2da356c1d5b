import { DockerAssist } from 'dockerfile-language-service/lib/dockerAssist';
import { DockerCompletion } from 'dockerfile-language-service/lib/dockerCompletion';
import { type DockerRegistryClient } from 'dockerfile-language-service/lib/dockerRegistryClient';
import { type ClientCapabilities, type CompletionItem, type Position } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';

export interface Completion {
  complete(text: string, position: Position): Promise<CompletionItem[]>;
  /** Adds the documentation. */
  resolve(item: CompletionItem): CompletionItem;
}

/**
 * In place of the library's own client, which asks Docker Hub for the tags of an image while somebody types. Bulwark
 * needs no network, and tells nobody what is being written.
 */
const noRegistry = { getTags: (): Promise<string[]> => Promise.resolve([]) };

export function completionFor(capabilities: ClientCapabilities): Completion {
  const { snippetSupport, deprecatedSupport, tagSupport, documentationFormat } =
    capabilities.textDocument?.completion?.completionItem ?? {};
  const can = {
    snippetSupport: snippetSupport === true,
    deprecatedSupport: deprecatedSupport === true,
    ...(tagSupport === undefined ? {} : { tagSupport }),
  };
  const resolver = new DockerCompletion();
  return {
    async complete(text, position) {
      const document = TextDocument.create('', '', 0, text);
      const assist = new DockerAssist(document, noRegistry as unknown as DockerRegistryClient, can);
      return assist.computeProposals(position);
    },
    resolve: (item) =>
      item.documentation === undefined ? resolver.resolveCompletionItem(item, documentationFormat) : item,
  };
}
