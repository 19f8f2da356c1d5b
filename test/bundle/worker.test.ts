import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { createContext, runInContext } from 'node:vm';
import { type ImageInventoryAnswer } from '../../server/src/protocol/inventory/messages';
import {
  type WorkspaceFindingsAnswer,
  type WorkspaceReportAnswer,
} from '../../server/src/protocol/workspace-report/messages';

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
}

interface Scope {
  onmessage?: (event: { data: unknown }) => void;
}

/** The bundle for the web in what a web worker has, and nothing of Node's. */
class Worker {
  readonly #listeners: ((message: Message) => void)[] = [];
  readonly #scope: Scope;

  constructor(code: string) {
    const scope: Scope & Readonly<Record<string, unknown>> = {
      TextEncoder,
      TextDecoder,
      crypto,
      btoa,
      setTimeout,
      clearTimeout,
      queueMicrotask,
      console,
      addEventListener: () => undefined,
      postMessage: (data: Message) => {
        for (const listener of this.#listeners) listener(structuredClone(data));
      },
    };
    this.#scope = scope;
    runInContext(code, createContext(scope));
  }

  send(message: Message): void {
    this.#scope.onmessage?.({ data: { jsonrpc: '2.0', ...message } });
  }

  async request(id: number, method: string, params: unknown): Promise<unknown> {
    const answer = new Promise<Message>((resolve) =>
      this.#listeners.push((message) => {
        if (message.id === id && message.method === undefined) resolve(message);
      }),
    );
    this.send({ id, method, params });
    const message = await answer;
    assert.ok('result' in message, JSON.stringify(message));
    return message.result;
  }

  /** Answers requests of the server. */
  onRequest(method: string, answer: (params: { uri: string }) => unknown): void {
    this.#listeners.push(({ id, method: asked, params }) => {
      if (asked === method && id !== undefined) this.send({ id, result: answer(params as { uri: string }) });
    });
  }
}

describe('dist/server.browser.js', () => {
  it('serves in a web worker, and reads the workspace through the page', async () => {
    const path = fileURLToPath(new URL('../../dist/server.browser.js', import.meta.url));
    const worker = new Worker(await readFile(path, 'utf8'));
    const folder = 'vscode-vfs://github/project';
    worker.onRequest('bulwark/listFolder', ({ uri }) =>
      uri === folder ? ['Dockerfile', 'bulwark.json'] : null,
    );
    worker.onRequest('bulwark/readFile', ({ uri }) =>
      uri === `${folder}/bulwark.json` ? '{ "rules": { "image-tag-latest": "error" } }' : null,
    );
    await worker.request(1, 'initialize', {
      processId: null,
      rootUri: null,
      workspaceFolders: [{ uri: folder, name: 'project' }],
      capabilities: { textDocument: { diagnostic: {} } },
      initializationOptions: { readsFiles: true },
    });
    worker.send({ method: 'initialized', params: {} });
    const uri = `${folder}/Dockerfile`;
    const text = 'FROM ubuntu:latest\nUSER 65532:65532\n';
    worker.send({
      method: 'textDocument/didOpen',
      params: { textDocument: { uri, languageId: 'dockerfile', version: 1, text } },
    });
    const report = (await worker.request(2, 'textDocument/diagnostic', { textDocument: { uri } })) as {
      items: { code: string; severity: number }[];
    };
    assert.deepEqual(
      report.items.map(({ code, severity }) => [code, severity]),
      [['image-tag-latest', 1]],
    );
  });

  it('finds what is in files that are not open, and makes a report on them', async () => {
    const path = fileURLToPath(new URL('../../dist/server.browser.js', import.meta.url));
    const worker = new Worker(await readFile(path, 'utf8'));
    const folder = 'vscode-vfs://github/project';
    const lists = new Map([
      [folder, ['.gitignore', '.bulwark-baseline.json', 'app/', 'out/']],
      [`${folder}/app`, ['Dockerfile']],
      [`${folder}/out`, ['Dockerfile']],
    ]);
    const texts = new Map([
      [`${folder}/.gitignore`, 'out/\n'],
      [`${folder}/.bulwark-baseline.json`, '{"version": 1, "findings": []}'],
      [`${folder}/app/Dockerfile`, 'FROM ubuntu:latest\nUSER 65532:65532\n'],
    ]);
    worker.onRequest('bulwark/listFolder', ({ uri }) => lists.get(uri) ?? null);
    worker.onRequest('bulwark/readFile', ({ uri }) => texts.get(uri) ?? null);
    await worker.request(1, 'initialize', {
      processId: null,
      rootUri: null,
      workspaceFolders: [{ uri: folder, name: 'project' }],
      capabilities: {},
      initializationOptions: { readsFiles: true },
    });
    worker.send({ method: 'initialized', params: {} });
    const { files } = (await worker.request(2, 'bulwark/workspaceFindings', {})) as WorkspaceFindingsAnswer;
    assert.deepEqual(
      files.map(({ uri, diagnostics }) => [uri, diagnostics.map(({ code }) => code)]),
      [[`${folder}/app/Dockerfile`, ['image-tag-latest']]],
    );
    const { page, markdown } = (await worker.request(
      3,
      'bulwark/workspaceReport',
      {},
    )) as WorkspaceReportAnswer;
    assert.match(markdown, /^1 finding \(1 warning\) in 1 file\. Since the baseline: 1 new, 0 gone\.$/m);
    assert.match(page, /style-src &#39;sha256-[\w+/]{43}=&#39;/);
  });

  it('migrates a Dockerfile, and the Compose file that publishes its port', async () => {
    const dist = new URL('../../dist/', import.meta.url);
    const read = (name: string): Promise<string> => readFile(fileURLToPath(new URL(name, dist)), 'utf8');
    const worker = new Worker(await read('server.browser.js'));
    const folder = 'vscode-vfs://github/project';
    const compose = 'services:\n  web:\n    build: .\n    ports: ["80:80"]\n';
    worker.onRequest('bulwark/listFolder', ({ uri }) =>
      uri === folder ? ['Dockerfile', 'compose.yaml'] : null,
    );
    worker.onRequest('bulwark/readFile', ({ uri }) => (uri === `${folder}/compose.yaml` ? compose : null));
    const names = ['hardened-images.jsonl', 'counterparts.jsonl'];
    const texts = await Promise.all(names.map(read));
    await worker.request(1, 'initialize', {
      processId: null,
      rootUri: null,
      workspaceFolders: [{ uri: folder, name: 'project' }],
      capabilities: {
        workspace: {
          workspaceEdit: {
            documentChanges: true,
            changeAnnotationSupport: {},
            resourceOperations: ['create'],
          },
        },
      },
      initializationOptions: {
        readsFiles: true,
        data: Object.fromEntries(names.map((name, index) => [name, texts[index]])),
      },
    });
    worker.send({ method: 'initialized', params: {} });
    const uri = `${folder}/Dockerfile`;
    const text =
      'FROM python:3.13\nRUN pip install flask==3.1.2\nEXPOSE 80\nCMD ["flask", "run", "--port", "80"]\n';
    worker.send({
      method: 'textDocument/didOpen',
      params: { textDocument: { uri, languageId: 'dockerfile', version: 1, text } },
    });
    const { state, edit } = (await worker.request(2, 'bulwark/migration', { uri })) as {
      readonly state: string;
      readonly edit: {
        readonly documentChanges: readonly { readonly textDocument: { readonly uri: string } }[];
      };
    };
    assert.equal(state, 'steps');
    assert.deepEqual(
      edit.documentChanges.map(({ textDocument }) => textDocument.uri),
      [uri, `${folder}/compose.yaml`],
    );
    assert.match(JSON.stringify(edit.documentChanges), /dhi\.io\/python:3\.13-debian13-dev/);
  });

  it('lists the images of the workspace', async () => {
    const path = fileURLToPath(new URL('../../dist/server.browser.js', import.meta.url));
    const worker = new Worker(await readFile(path, 'utf8'));
    const folder = 'vscode-vfs://github/project';
    const files: Readonly<Record<string, string>> = {
      [`${folder}/.gitignore`]: 'out/\n',
      [`${folder}/a/Dockerfile`]: 'FROM debian:13\n',
      [`${folder}/out/Dockerfile`]: 'FROM alpine:3\n',
    };
    const folders: Readonly<Record<string, readonly string[]>> = {
      [folder]: ['.gitignore', 'a/', 'out/'],
      [`${folder}/a`]: ['Dockerfile'],
    };
    worker.onRequest('bulwark/listFolder', ({ uri }) => folders[uri] ?? null);
    worker.onRequest('bulwark/readFile', ({ uri }) => files[uri] ?? null);
    await worker.request(1, 'initialize', {
      processId: null,
      rootUri: null,
      workspaceFolders: [{ uri: folder, name: 'project' }],
      capabilities: {},
      initializationOptions: { readsFiles: true, data: {} },
    });
    worker.send({ method: 'initialized', params: {} });
    const answer = (await worker.request(2, 'bulwark/imageInventory', {})) as ImageInventoryAnswer;
    assert.deepEqual(
      answer.files.map(({ uri, uses }) => [uri, uses.map(({ reference }) => reference)]),
      [[`${folder}/a/Dockerfile`, ['debian:13']]],
    );
  });
});
