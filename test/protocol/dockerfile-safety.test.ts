import assert from 'node:assert/strict';
import {
  CompletionRequest,
  DefinitionRequest,
  DocumentFormattingRequest,
  DocumentHighlightRequest,
  DocumentLinkRequest,
  DocumentSymbolRequest,
  FoldingRangeRequest,
  HoverRequest,
  PrepareRenameRequest,
  SemanticTokensRequest,
  SignatureHelpRequest,
} from 'vscode-languageserver-protocol/node';
import { type Safety, safetyOf } from '../../server/src/protocol/dockerfile/safety';
import { TestClient } from '../support/protocol-client';

const lined = (count: number, line: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => line(index)).join('\n');

/** Texts on which some part of dockerfile-language-service 0.16.1 hangs, throws or takes very long. */
const hard: Readonly<Record<string, { readonly text: string; readonly refused: readonly (keyof Safety)[] }>> =
  {
    'stages that name each other': {
      text: 'FROM b AS a\nWORKDIR x\nCOPY . .\nFROM a AS b\nWORKDIR y\nCOPY x y\n',
      refused: ['completion'],
    },
    'a ring of three stages, behind a stage outside it': {
      text: 'FROM c AS a\nFROM a AS b\nFROM b AS c\nFROM c\nWORKDIR z\nCOPY . .\n',
      refused: ['completion'],
    },
    'an indented variable before the first FROM': {
      text: '  ARG X=$Y\nFROM alpine$X\n',
      refused: ['completion', 'variables', 'tokens'],
    },
    'an indented variable without any FROM': {
      text: '\tRUN $X',
      refused: ['completion', 'variables', 'tokens'],
    },
    'many stages with relative folders': {
      text: lined(40, (i) => `FROM ${i === 0 ? 'alpine' : `s${i - 1}`} AS s${i}\nWORKDIR w\nCOPY . .`),
      refused: ['completion'],
    },
    'many relative folders': {
      text: `FROM a\n${lined(200, (i) => `WORKDIR w${i}`)}\nCOPY . .`,
      refused: ['completion'],
    },
    'a heredoc of many lines': {
      text: `FROM a\nRUN <<EOF\n${'echo $x\n'.repeat(400)}EOF\n`,
      refused: ['tokens'],
    },
    'a long instruction': {
      text: `FROM a\nRUN x \\\n${' && echo y \\\n'.repeat(300)} z\n`,
      refused: ['tokens'],
    },
    'many variables in one instruction': {
      text: `FROM a\nRUN ${'$a '.repeat(500)}`,
      refused: ['tokens'],
    },
    'many instructions with variables': {
      text: `FROM a\n${lined(2000, (i) => `RUN echo $A${i}`)}`,
      refused: ['completion', 'words', 'variables', 'tokens'],
    },
    'a very long line': {
      text: `FROM a\nRUN ${'echo hello && '.repeat(15_000)}`,
      refused: ['completion', 'words', 'variables', 'tokens', 'structure'],
    },
  };

const requests = [
  CompletionRequest.type,
  HoverRequest.type,
  DefinitionRequest.type,
  DocumentHighlightRequest.type,
  PrepareRenameRequest.type,
  SignatureHelpRequest.type,
] as const;

describe('language features on texts that dockerfile-language-service cannot stand', () => {
  const uri = 'file:///project/Dockerfile';
  const textDocument = { uri };
  let client: TestClient;
  before(async () => {
    client = await TestClient.start();
    await client.open(uri, '');
  });
  after(() => client.stop());

  let version = 1;
  for (const [name, { text, refused }] of Object.entries(hard)) {
    const source = text.split('\n');
    it(`answer for ${name}`, async () => {
      await client.change(uri, ++version, text);
      const last = source.length - 1;
      for (const line of [0, 1, last >> 1, last - 1, last])
        for (const request of requests) {
          const position = { line, character: Math.min(8, source[line]?.length ?? 0) };
          await client.connection.sendRequest(request.method, { textDocument, position });
        }
      const { connection } = client;
      await connection.sendRequest(DocumentSymbolRequest.type, { textDocument });
      await connection.sendRequest(FoldingRangeRequest.type, { textDocument });
      await connection.sendRequest(DocumentLinkRequest.type, { textDocument });
      await connection.sendRequest(SemanticTokensRequest.type, { textDocument });
      const options = { tabSize: 2, insertSpaces: true };
      await connection.sendRequest(DocumentFormattingRequest.type, { textDocument, options });
    });

    it(`refuse no more than they must for ${name}`, () => {
      const safety = safetyOf(text, source.length);
      const off = Object.entries(safety).flatMap(([kind, safe]) => (safe === true ? [] : [kind]));
      assert.deepEqual(off.sort(), [...refused].sort());
    });
  }

  it('are all given for an ordinary Dockerfile', () => {
    const ordinary = `ARG V=1\n${lined(
      6,
      (i) =>
        `FROM ${i === 0 ? 'alpine:3.22' : `s${i - 1}`} AS s${i}\nWORKDIR app\nRUN a \\\n${'  && bb $V cccc \\\n'.repeat(20)} d\nCOPY . .`,
    )}`;
    assert.deepEqual(
      Object.values(safetyOf(ordinary, ordinary.split('\n').length)).every((safe) => safe),
      true,
    );
  });

  it('are given where a stage bears the name of its own image', () => {
    assert.equal(safetyOf('FROM node AS node\nCOPY . .\n', 3).completion, true);
  });
});
