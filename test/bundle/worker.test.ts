import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
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

const dist = new URL('../../dist/', import.meta.url);

function textOf(name: string): string {
  return readFileSync(new URL(name, dist), 'utf8');
}

/** Where the page has the files of `dist/`. */
const libraries = 'https://page.example/extension/dist';

/** The server in what a web worker has, and nothing of Node's. */
class Worker {
  readonly #listeners: ((message: Message) => void)[] = [];
  readonly #scope: Scope;
  /** Names of the scripts that the server has asked for. */
  readonly loaded: string[] = [];

  constructor() {
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
      importScripts: (url: string) => {
        assert.ok(url.startsWith(`${libraries}/`), url);
        const name = url.slice(libraries.length + 1);
        this.loaded.push(name);
        runInContext(textOf(name), context);
      },
      postMessage: (data: Message) => {
        for (const listener of this.#listeners) listener(structuredClone(data));
      },
    };
    this.#scope = scope;
    const context = createContext(scope);
    runInContext(textOf('server.js'), context);
  }

  send(message: Message): void {
    // As in a worker: after what runs, and what it has promised.
    setImmediate(() => this.#scope.onmessage?.({ data: { jsonrpc: '2.0', ...message } }));
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

describe('dist/server.js in a web worker', () => {
  it('serves, and reads the workspace through the page', async () => {
    const worker = new Worker();
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
      initializationOptions: { readsFiles: true, libraries },
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
    const worker = new Worker();
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
      initializationOptions: { readsFiles: true, libraries },
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
    const worker = new Worker();
    const folder = 'vscode-vfs://github/project';
    const compose = 'services:\n  web:\n    build: .\n    ports: ["80:80"]\n';
    worker.onRequest('bulwark/listFolder', ({ uri }) =>
      uri === folder ? ['Dockerfile', 'compose.yaml'] : null,
    );
    worker.onRequest('bulwark/readFile', ({ uri }) => (uri === `${folder}/compose.yaml` ? compose : null));
    const names = ['hardened-images.jsonl', 'counterparts.jsonl'];
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
        libraries,
        data: Object.fromEntries(names.map((name) => [name, textOf(name)])),
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

  it('asks for a library when something of it is first used, and once', async () => {
    const worker = new Worker();
    await worker.request(1, 'initialize', {
      processId: null,
      rootUri: null,
      capabilities: { textDocument: { diagnostic: {} } },
      initializationOptions: { libraries },
    });
    worker.send({ method: 'initialized', params: {} });
    assert.deepEqual(worker.loaded, []);
    const open = (uri: string, languageId: string, text: string): void =>
      worker.send({
        method: 'textDocument/didOpen',
        params: { textDocument: { uri, languageId, version: 1, text } },
      });
    const findings = async (id: number, uri: string): Promise<readonly string[]> => {
      const report = await worker.request(id, 'textDocument/diagnostic', { textDocument: { uri } });
      return (report as { items: { code: string }[] }).items.map(({ code }) => code);
    };
    for (const [index, uri] of ['memory:/one/compose.yaml', 'memory:/two/compose.yaml'].entries()) {
      open(uri, 'dockercompose', 'services:\n  web:\n    image: debian:13\n    read_onyl: true\n');
      assert.ok((await findings(2 + index, uri)).includes('schema'));
    }
    assert.deepEqual(worker.loaded, ['yaml.js', 'compose-schema.js']);
    open('memory:/one/Dockerfile', 'dockerfile', 'FROM debian:13\nCOPY . /srv\n');
    const textDocument = { uri: 'memory:/one/Dockerfile' };
    const symbols = await worker.request(4, 'textDocument/documentSymbol', { textDocument });
    assert.match(JSON.stringify(symbols), /"name":"COPY"/);
    assert.deepEqual(worker.loaded.slice(2), ['dockerfile-language.js']);
  });

  it('lists the images of the workspace', async () => {
    const worker = new Worker();
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
      initializationOptions: { readsFiles: true, libraries, data: {} },
    });
    worker.send({ method: 'initialized', params: {} });
    const answer = (await worker.request(2, 'bulwark/imageInventory', {})) as ImageInventoryAnswer;
    assert.deepEqual(
      answer.files.map(({ uri, uses }) => [uri, uses.map(({ reference }) => reference)]),
      [[`${folder}/a/Dockerfile`, ['debian:13']]],
    );
  });
});
