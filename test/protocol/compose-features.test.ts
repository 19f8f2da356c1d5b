import assert from 'node:assert/strict';
import {
  type ClientCapabilities,
  type CompletionItem,
  CompletionRequest,
  DefinitionRequest,
  DocumentHighlightRequest,
  DocumentLinkRequest,
  type DocumentSymbol,
  DocumentSymbolRequest,
  FoldingRangeRequest,
  HoverRequest,
  type Position,
  PrepareRenameRequest,
  ReferencesRequest,
  RenameRequest,
} from 'vscode-languageserver-protocol/node';
import { type Host } from '../../server/src/workspace/host';
import { givesLanguageFeatures } from '../../server/src/protocol/neighbours';
import { hostOf } from '../support/project';
import { capable, type ClientSetUp, type TestClient, withClient } from '../support/protocol-client';

const uri = 'file:///w/compose.yaml';
const text = `include: [more.yaml]
services:
  web:
    build: {context: ., target: run}
    depends_on: [db]
    networks: [back]
    volumes:
      - data:/data
networks:
  back:
`;
const files = {
  'compose.yaml': text,
  'more.yaml': 'services:\n  db: {image: a}\nvolumes: {data: }\n',
  Dockerfile: 'FROM alpine AS build\nFROM build AS run\n',
};

const skilled: ClientCapabilities = {
  ...capable,
  textDocument: {
    ...capable.textDocument,
    completion: {
      completionItem: {
        documentationFormat: ['markdown'],
        tagSupport: { valueSet: [1] },
        insertTextModeSupport: { valueSet: [1, 2] },
      },
    },
    hover: { contentFormat: ['markdown'] },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
  },
};

const disk = (): Host => hostOf(files);
const textDocument = { uri };

function at(
  line: number,
  character: number,
  within = uri,
): { textDocument: { uri: string }; position: Position } {
  return { textDocument: { uri: within }, position: { line, character } };
}

function span(line: number, start: number, end: number): { start: Position; end: Position } {
  return { start: { line, character: start }, end: { line, character: end } };
}

async function withOpen(use: (client: TestClient) => Promise<void>, setUp: ClientSetUp = {}): Promise<void> {
  await withClient({ capabilities: skilled, disk, folders: ['file:///w'], ...setUp }, async (client) => {
    await client.open(uri, text, 'dockercompose');
    await use(client);
  });
}

async function complete(client: TestClient, line: number, character: number): Promise<CompletionItem[]> {
  return (await client.connection.sendRequest(
    CompletionRequest.type,
    at(line, character),
  )) as CompletionItem[];
}

describe('language features for Compose files', () => {
  it('complete what is half written, in its indentation', () =>
    withOpen(
      async (client) => {
        const broken = text.replace('    networks: [back]\n', '    depl\n');
        await client.change(uri, 2, broken);
        const deploy = (await complete(client, 5, 8)).find(({ label }) => label === 'deploy');
        assert.deepEqual(deploy?.textEdit, { range: span(5, 4, 8), newText: 'deploy:\n      ' });
        assert.equal(deploy.insertTextMode, 1);
        assert.equal(deploy.command?.command, 'editor.action.triggerSuggest');
        assert.match(JSON.stringify(deploy.documentation), /"markdown".*Deployment configuration/);
      },
      { initializationOptions: { commands: ['editor.action.triggerSuggest'] } },
    ));

  it('complete names of the project and stages of the Dockerfile, images beside them', () =>
    withOpen(async (client) => {
      const labels = async (line: number, character: number): Promise<readonly string[]> =>
        (await complete(client, line, character)).map(({ label }) => label);
      await client.change(uri, 2, text.replace('run}', '}').replace('[db]', '[]'));
      assert.deepEqual(await labels(3, 32), ['build', 'run']);
      assert.deepEqual(await labels(4, 17), ['db']);
      await client.change(uri, 3, text.replace('build: {context: ., target: run}', 'image: dhi.io/'));
      assert.ok((await labels(3, 18)).includes('dhi.io/python'));
    }));

  it('explain keys, and images before them', () =>
    withOpen(async ({ connection }) => {
      const hover = await connection.sendRequest(HoverRequest.type, at(4, 6));
      assert.match(JSON.stringify(hover?.contents), /Express dependency/);
      assert.deepEqual(hover?.range, span(4, 4, 14));
      assert.equal(await connection.sendRequest(HoverRequest.type, at(2, 3)), null);
    }));

  it('lead to other files: services, stages and what links name', () =>
    withOpen(async ({ connection }) => {
      const definition = (line: number, character: number): Promise<unknown> =>
        connection.sendRequest(DefinitionRequest.type, at(line, character));
      assert.deepEqual(await definition(4, 18), [{ uri: 'file:///w/more.yaml', range: span(1, 2, 4) }]);
      assert.deepEqual(await definition(3, 34), [{ uri: 'file:///w/Dockerfile', range: span(1, 14, 17) }]);
      assert.deepEqual(await definition(5, 16), [{ uri, range: span(9, 2, 6) }]);
      assert.deepEqual(await definition(0, 12), { uri: 'file:///w/more.yaml', range: span(0, 0, 0) });
      assert.equal(await definition(2, 3).then((found) => Array.isArray(found)), true);
      assert.equal(await definition(6, 6), null);
    }));

  it('list uses, with the declaration or without', () =>
    withOpen(async ({ connection }) => {
      const uses = async (includeDeclaration: boolean): Promise<unknown> =>
        (
          await connection.sendRequest(ReferencesRequest.type, {
            ...at(5, 16),
            context: { includeDeclaration },
          })
        )?.map(({ range }) => range.start.line);
      assert.deepEqual(await uses(true), [9, 5]);
      assert.deepEqual(await uses(false), [5]);
      const marks = await connection.sendRequest(DocumentHighlightRequest.type, at(9, 3));
      assert.deepEqual(
        marks?.map(({ kind }) => kind),
        [3, 2],
      );
    }));

  it('rename in all files, in the versions that are open, and refuse what is no name', () =>
    withOpen(async ({ connection }) => {
      assert.deepEqual(await connection.sendRequest(PrepareRenameRequest.type, at(4, 18)), span(4, 17, 19));
      const edit = await connection.sendRequest(RenameRequest.type, { ...at(4, 18), newName: 'base' });
      assert.deepEqual(edit?.documentChanges, [
        { textDocument: { uri, version: 1 }, edits: [{ range: span(4, 17, 19), newText: 'base' }] },
        {
          textDocument: { uri: 'file:///w/more.yaml', version: null },
          edits: [{ range: span(1, 2, 4), newText: 'base' }],
        },
      ]);
      for (const newName of ['', 'two words', 'web'])
        await assert.rejects(connection.sendRequest(RenameRequest.type, { ...at(4, 18), newName }), {
          code: -32602,
        });
      assert.equal(await connection.sendRequest(PrepareRenameRequest.type, at(4, 6)), null);
    }));

  it('read the other files as they stand in the editor, unsaved, whatever their names', () =>
    withOpen(async (client) => {
      await client.open(
        'file:///w/more.yaml',
        '# new\n\nservices:\n  cache: {image: a}\n  db: {image: a}\n',
        'yaml',
      );
      assert.deepEqual(await client.connection.sendRequest(DefinitionRequest.type, at(4, 18)), [
        { uri: 'file:///w/more.yaml', range: span(4, 2, 4) },
      ]);
      await client.change(uri, 2, text.replace('[db]', '[]'));
      assert.deepEqual(
        (await complete(client, 4, 17)).map(({ label }) => label),
        ['cache', 'db'],
      );
    }));

  it('lead from a stage of a Dockerfile to the services that build it, and rename it there', () =>
    withOpen(async (client) => {
      const dockerfile = 'file:///w/Dockerfile';
      await client.open(dockerfile, files.Dockerfile);
      const { connection } = client;
      const stage = at(1, 15, dockerfile);
      const asked = { ...stage, context: { includeDeclaration: true } };
      assert.deepEqual(await connection.sendRequest(ReferencesRequest.type, asked), [
        { uri: dockerfile, range: span(1, 14, 17) },
        { uri, range: span(3, 32, 35) },
      ]);
      const edit = await connection.sendRequest(RenameRequest.type, { ...stage, newName: 'final' });
      assert.deepEqual(edit?.documentChanges, [
        {
          textDocument: { uri: dockerfile, version: 1 },
          edits: [{ range: span(1, 14, 17), newText: 'final' }],
        },
        { textDocument: { uri, version: 1 }, edits: [{ range: span(3, 32, 35), newText: 'final' }] },
      ]);
      const base = { ...at(0, 17, dockerfile), context: { includeDeclaration: false } };
      assert.deepEqual(await connection.sendRequest(ReferencesRequest.type, base), [
        { uri: dockerfile, range: span(1, 5, 10) },
      ]);
    }));

  it('outline, fold and link', () =>
    withOpen(async ({ connection }) => {
      const symbols = await connection.sendRequest(DocumentSymbolRequest.type, { textDocument });
      assert.deepEqual(
        symbols?.map(({ name }) => name),
        ['include', 'services', 'networks'],
      );
      const services = symbols[1];
      assert.ok(services !== undefined && 'children' in services);
      assert.deepEqual(
        (services.children as readonly DocumentSymbol[]).map(({ name }) => name),
        ['web'],
      );
      const folds = await connection.sendRequest(FoldingRangeRequest.type, { textDocument });
      assert.ok(folds?.some(({ startLine, endLine }) => startLine === 2 && endLine === 7));
      const links = await connection.sendRequest(DocumentLinkRequest.type, { textDocument });
      assert.deepEqual(
        links?.map(({ target }) => target),
        ['file:///w/more.yaml', 'file:///w/Dockerfile'],
      );
    }));

  it('are given for YAML that is a Compose file by its text, and for no other', () =>
    withOpen(async (client) => {
      const symbols = async (name: string, content: string): Promise<unknown> => {
        await client.open(`file:///w/${name}`, content, 'yaml');
        const asked = { textDocument: { uri: `file:///w/${name}` } };
        return (await client.connection.sendRequest(DocumentSymbolRequest.type, asked))?.length;
      };
      assert.equal(await symbols('stack.yml', 'services:\n  a:\n    image: a\n'), 1);
      assert.equal(await symbols('pod.yml', 'kind: Pod\nspec:\n  a: b\n'), undefined);
    }));

  it('stay silent about a file that is too large', () =>
    withOpen(async (client) => {
      await client.change(uri, 2, `services:\n  a:\n    image: a\n${'#\n'.repeat(20_001)}`);
      assert.deepEqual(await client.connection.sendRequest(DocumentSymbolRequest.type, { textDocument }), []);
    }));
});

describe('language features for Compose files beside other extensions', () => {
  it('are left to those that have them, by language, unless wanted', () => {
    const auto = { dockerfile: 'auto', compose: 'auto' } as const;
    for (const [neighbour, dockerfile, compose] of [
      ['docker.docker', false, false],
      ['ms-azuretools.vscode-containers', false, false],
      ['redhat.vscode-yaml', true, false],
      ['some.other', true, true],
    ] as const) {
      const given = { languageFeatures: auto, neighbours: [neighbour] };
      assert.equal(givesLanguageFeatures(given, 'dockerfile'), dockerfile, neighbour);
      assert.equal(givesLanguageFeatures(given, 'compose'), compose, neighbour);
      const on = { ...given, languageFeatures: { dockerfile: 'off', compose: 'on' } } as const;
      assert.deepEqual(
        [givesLanguageFeatures(on, 'dockerfile'), givesLanguageFeatures(on, 'compose')],
        [false, true],
      );
    }
  });

  it('may be all that is given', () =>
    withOpen(
      async (client) => {
        const { capabilities } = client.answer;
        assert.equal(capabilities.referencesProvider, true);
        assert.equal(capabilities.documentFormattingProvider, undefined);
        assert.deepEqual(capabilities.completionProvider?.triggerCharacters, ['/', ':', ' ', '*']);
        await client.open('file:///w/Dockerfile', 'FROM a\n');
        const asked = { textDocument: { uri: 'file:///w/Dockerfile' } };
        assert.equal(await client.connection.sendRequest(FoldingRangeRequest.type, asked), null);
      },
      { initializationOptions: { languageFeatures: { dockerfile: 'off', compose: 'on' } } },
    ));

  it('leave images where they are switched off', () =>
    withOpen(
      async (client) => {
        await client.change(uri, 2, 'services:\n  web:\n    image: dhi.io/\n    \n');
        assert.ok((await complete(client, 2, 18)).length > 0);
        assert.deepEqual(await complete(client, 3, 4), []);
      },
      { initializationOptions: { neighbours: ['redhat.vscode-yaml'] } },
    ));
});
