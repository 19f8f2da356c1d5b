import assert from 'node:assert/strict';
import {
  type CompletionItem,
  CompletionRequest,
  CompletionResolveRequest,
  DefinitionRequest,
  DocumentFormattingRequest,
  DocumentHighlightRequest,
  DocumentLinkRequest,
  DocumentLinkResolveRequest,
  DocumentOnTypeFormattingRequest,
  DocumentRangeFormattingRequest,
  DocumentSymbolRequest,
  FoldingRangeRequest,
  HoverRequest,
  type Position,
  PrepareRenameRequest,
  ReferencesRequest,
  RenameRequest,
  SemanticTokensRequest,
  SignatureHelpRequest,
} from 'vscode-languageserver-protocol/node';
import { capable, type TestClient, withClient } from '../support/protocol-client';

const uri = 'file:///project/Dockerfile';
const textDocument = { uri };
const text = `FROM alpine:3.22 AS build
ARG VERSION=1
RUN echo $VERSION \\
  && true

FROM scratch
COPY --from=build /out /out
`;
const options = { tabSize: 4, insertSpaces: true };
const at = (line: number, character: number): { textDocument: { uri: string }; position: Position } => ({
  textDocument,
  position: { line, character },
});

async function withOpen(
  use: (client: TestClient) => Promise<void>,
  initializationOptions: unknown = {},
): Promise<void> {
  await withClient({ initializationOptions }, async (client) => {
    await client.open(uri, text);
    await use(client);
  });
}

describe('language features for Dockerfiles', () => {
  it('complete instructions, and document them when asked', () =>
    withOpen(async ({ connection }) => {
      const items = (await connection.sendRequest(CompletionRequest.type, at(4, 0))) as CompletionItem[];
      const workdir = items.find(({ label }) => label.startsWith('WORKDIR'));
      assert.ok(workdir);
      const resolved = await connection.sendRequest(CompletionResolveRequest.type, workdir);
      assert.match(JSON.stringify(resolved.documentation), /working directory/i);
    }));

  it('complete stages and variables', () =>
    withOpen(async ({ connection }) => {
      const labels = async (line: number, character: number): Promise<string[]> => {
        const items = (await connection.sendRequest(
          CompletionRequest.type,
          at(line, character),
        )) as CompletionItem[];
        return items.map(({ label }) => label);
      };
      assert.ok((await labels(6, 12)).includes('build'));
      assert.ok((await labels(2, 11)).includes('$VERSION'));
    }));

  it('ask no registry for the tags of an image', () =>
    withOpen(async ({ connection }) => {
      assert.deepEqual(await connection.sendRequest(CompletionRequest.type, at(0, 12)), []);
    }));

  it('explain what is under the pointer', () =>
    withOpen(async ({ connection }) => {
      const instruction = await connection.sendRequest(HoverRequest.type, at(1, 1));
      assert.match(JSON.stringify(instruction?.contents), /ARG/);
      const variable = await connection.sendRequest(HoverRequest.type, at(2, 12));
      assert.match(JSON.stringify(variable?.contents), /1/);
      assert.equal(await connection.sendRequest(HoverRequest.type, at(4, 0)), null);
    }));

  it('help with arguments', () =>
    withOpen(async ({ connection }) => {
      const help = await connection.sendRequest(SignatureHelpRequest.type, at(1, 5));
      assert.ok((help?.signatures ?? []).some(({ label }) => label.startsWith('ARG')));
    }));

  it('list symbols, folds and links', () =>
    withOpen(async ({ connection }) => {
      const symbols = await connection.sendRequest(DocumentSymbolRequest.type, { textDocument });
      assert.deepEqual(
        symbols?.map(({ name }) => name),
        ['FROM', 'ARG', 'RUN', 'FROM', 'COPY'],
      );
      const folds = await connection.sendRequest(FoldingRangeRequest.type, { textDocument });
      assert.ok(folds?.some(({ startLine, endLine }) => startLine === 2 && endLine === 3));
      const [link] = (await connection.sendRequest(DocumentLinkRequest.type, { textDocument })) ?? [];
      assert.ok(link);
      const { target } = await connection.sendRequest(DocumentLinkResolveRequest.type, link);
      assert.equal(target, 'https://hub.docker.com/_/alpine/');
    }));

  it('lead from a use to its definition and to all other uses', () =>
    withOpen(async ({ connection }) => {
      const stage = await connection.sendRequest(DefinitionRequest.type, at(6, 14));
      assert.deepEqual(stage, {
        uri,
        range: { start: { line: 0, character: 20 }, end: { line: 0, character: 25 } },
      });
      const uses = await connection.sendRequest(DocumentHighlightRequest.type, at(1, 6));
      assert.deepEqual(uses?.map(({ range }) => range.start.line).sort(), [1, 2]);
      const references = await connection.sendRequest(ReferencesRequest.type, {
        ...at(1, 6),
        context: { includeDeclaration: true },
      });
      assert.deepEqual(references?.map(({ range }) => range.start.line).sort(), [1, 2]);
    }));

  it('rename, in the version that is open, and refuse what is no name', () =>
    withOpen(async ({ connection }) => {
      const place = await connection.sendRequest(PrepareRenameRequest.type, at(6, 14));
      assert.deepEqual(place, { start: { line: 6, character: 12 }, end: { line: 6, character: 17 } });
      const edit = await connection.sendRequest(RenameRequest.type, { ...at(6, 14), newName: 'builder' });
      const [change] = edit?.documentChanges ?? [];
      assert.ok(change !== undefined && 'textDocument' in change);
      assert.deepEqual(change.textDocument, { uri, version: 1 });
      assert.deepEqual(
        change.edits.map((each) => 'newText' in each && each.newText),
        ['builder', 'builder'],
      );
      for (const newName of ['', 'two words', 'a\nRUN b', '$x'])
        await assert.rejects(connection.sendRequest(RenameRequest.type, { ...at(6, 14), newName }), {
          code: -32602,
        });
    }));

  it('rename by plain changes for a client that knows no versions', () =>
    withClient({ capabilities: { ...capable, workspace: {} } }, async (client) => {
      await client.open(uri, text);
      const edit = await client.connection.sendRequest(RenameRequest.type, {
        ...at(6, 14),
        newName: 'builder',
      });
      assert.equal(edit?.changes?.[uri]?.length, 2);
    }));

  it('format the document, a range, and the line after a continuation', () =>
    withOpen(async ({ connection }) => {
      const indented = [
        { range: { start: { line: 3, character: 0 }, end: { line: 3, character: 2 } }, newText: '    ' },
      ];
      assert.deepEqual(
        await connection.sendRequest(DocumentFormattingRequest.type, { textDocument, options }),
        indented,
      );
      const range = { start: { line: 3, character: 0 }, end: { line: 2_000_000_000, character: 0 } };
      assert.deepEqual(
        await connection.sendRequest(DocumentRangeFormattingRequest.type, { textDocument, range, options }),
        indented,
      );
      assert.deepEqual(
        await connection.sendRequest(DocumentOnTypeFormattingRequest.type, {
          ...at(2, 19),
          ch: '\\',
          options,
        }),
        indented,
      );
    }));

  it('colour words', () =>
    withOpen(async (client) => {
      const provider = client.answer.capabilities.semanticTokensProvider;
      assert.ok(provider);
      const tokens = await client.connection.sendRequest(SemanticTokensRequest.type, { textDocument });
      const [line, start, length, type] = tokens?.data ?? [];
      assert.deepEqual([line, start, length], [0, 0, 'FROM'.length]);
      assert.equal(provider.legend.tokenTypes[type ?? -1], 'keyword');
    }));

  it('say nothing about Compose files', () =>
    withOpen(
      async (client) => {
        const compose = 'file:///project/compose.yaml';
        await client.open(compose, 'services:\n  a:\n    image: a\n', 'dockercompose');
        const document = { textDocument: { uri: compose } };
        // Null, and no empty list: the editor then folds by indentation.
        assert.equal(await client.connection.sendRequest(FoldingRangeRequest.type, document), null);
        assert.equal(await client.connection.sendRequest(DocumentSymbolRequest.type, document), null);
        assert.equal(
          await client.connection.sendRequest(HoverRequest.type, {
            ...document,
            position: { line: 0, character: 0 },
          }),
          null,
        );
      },
      { languageFeatures: { compose: 'off' } },
    ));
});

describe('language features beside other extensions', () => {
  const given = async (initializationOptions: unknown): Promise<boolean> => {
    let result = false;
    await withOpen(({ answer }) => {
      result = answer.capabilities.documentFormattingProvider === true;
      return Promise.resolve();
    }, initializationOptions);
    return result;
  };

  it('are left to an extension that has them, unless wanted', async () => {
    for (const neighbour of [
      'docker.docker',
      'ms-azuretools.vscode-containers',
      'ms-azuretools.vscode-docker',
    ]) {
      assert.equal(await given({ neighbours: [neighbour] }), false, neighbour);
      assert.equal(await given({ neighbours: [neighbour], languageFeatures: 'on' }), true, neighbour);
    }
    assert.equal(await given({ neighbours: ['redhat.vscode-yaml'] }), true);
  });

  it('can be switched off for both languages by one word', () =>
    withOpen(
      ({ answer }) => {
        assert.equal(answer.capabilities.documentSymbolProvider, undefined);
        assert.deepEqual(answer.capabilities.completionProvider?.triggerCharacters, ['/', ':']);
        return Promise.resolve();
      },
      { languageFeatures: 'off' },
    ));

  it('can be switched off, with diagnostics left on', () =>
    withOpen(
      async (client) => {
        assert.equal(client.answer.capabilities.documentFormattingProvider, undefined);
        assert.ok(client.answer.capabilities.diagnosticProvider);
        assert.equal(await client.connection.sendRequest(HoverRequest.type, at(1, 1)), null);
        assert.deepEqual(await client.connection.sendRequest(CompletionRequest.type, at(4, 0)), []);
      },
      { settings: { dockerfile: { languageFeatures: 'off' } } },
    ));
});
