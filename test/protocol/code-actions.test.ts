import assert from 'node:assert/strict';
import {
  type ClientCapabilities,
  type CodeAction,
  type WorkspaceEditClientCapabilities,
  CodeActionTriggerKind,
  type TextEdit,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { fakeService, quickFix, someFinding } from '../support/fake-service';
import { capable, type ClientSetUp, lines, type TestClient, withClient } from '../support/protocol-client';

const uri = 'file:///project/Dockerfile';
const text = 'FROM ubuntu:24.04\nUSER 65532:65532\nADD a /a\nADD b /b\n';
const fixed = 'FROM ubuntu:24.04\nUSER 65532:65532\nCOPY a /a\nCOPY b /b\n';

async function withOpen(setUp: ClientSetUp, use: (client: TestClient) => Promise<void>): Promise<void> {
  await withClient(setUp, async (client) => {
    await client.open(uri, text);
    await use(client);
  });
}

/** The text after an action that changes this document alone, in versioned form. */
function applied({ edit }: CodeAction, before = text): string {
  const [change, ...others] = edit?.documentChanges ?? [];
  assert.deepEqual(others, []);
  assert.ok(change !== undefined && 'textDocument' in change);
  assert.equal(change.textDocument.uri, uri);
  return TextDocument.applyEdits(TextDocument.create(uri, '', 1, before), change.edits as TextEdit[]);
}

function titled(actions: readonly CodeAction[], title: RegExp): CodeAction {
  const found = actions.find((action) => title.test(action.title));
  assert.ok(found, `${String(title)} is none of: ${actions.map((action) => action.title).join('; ')}`);
  return found;
}

describe('code actions', () => {
  it('repair what a finding says, in the version that is open, and name the diagnostic', () =>
    withOpen({}, async (client) => {
      await client.change(uri, 5, text);
      const [first] = await client.actions(uri, lines(2));
      assert.equal(first?.kind, 'quickfix');
      assert.equal(first.isPreferred, true);
      assert.deepEqual(
        first.diagnostics?.map(({ code }) => code),
        ['add-instead-of-copy'],
      );
      const [change] = first.edit?.documentChanges ?? [];
      assert.deepEqual(change !== undefined && 'textDocument' in change && change.textDocument, {
        uri,
        version: 5,
      });
      assert.equal(applied(first), text.replace('ADD a', 'COPY a'));
    }));

  it('are made from the present text, not from the diagnostics that the client sends along', () =>
    withOpen({}, async (client) => {
      const diagnostics = [...(await client.diagnostics(uri))];
      await client.change(uri, 2, fixed);
      assert.deepEqual(await client.actions(uri, lines(2), { diagnostics }), []);
    }));

  it('repair one rule in the whole file', () =>
    withOpen({}, async (client) => {
      const action = titled(await client.actions(uri, lines(2)), /^Fix all "add-instead-of-copy"/);
      assert.equal(action.kind, 'quickfix');
      assert.equal(applied(action), fixed);
    }));

  it('write the comment that silences a finding', () =>
    withOpen({}, async (client) => {
      const action = titled(await client.actions(uri, lines(2)), /^Ignore "add-instead-of-copy" for this/);
      const silenced = applied(action);
      assert.match(silenced, /^# bulwark ignore=add-instead-of-copy$/m);
      await client.change(uri, 2, silenced);
      assert.deepEqual(
        (await client.diagnostics(uri)).map(({ range }) => range.start.line),
        [4],
      );
    }));

  it('open the page of a rule where the client can, and are not offered where it cannot', async () => {
    await withOpen({ initializationOptions: { commands: ['bulwark.openRule'] } }, async (client) => {
      const { command, edit } = titled(await client.actions(uri, lines(2)), /^Open the page/);
      assert.equal(edit, undefined);
      assert.equal(command?.command, 'bulwark.openRule');
      assert.equal(command.arguments?.[0], 'add-instead-of-copy');
      assert.match(String(command.arguments[1]), /^https:/);
    });
    await withOpen({}, async (client) => {
      const actions = await client.actions(uri, lines(2));
      assert.ok(actions.every(({ command }) => command === undefined));
    });
  });

  for (const only of ['source.fixAll.bulwark', 'source.fixAll', 'source'])
    it(`repair everything safe for a client that asks for ${only}`, () =>
      withOpen({}, async (client) => {
        const [action, ...others] = await client.actions(uri, lines(0), { only: [only] });
        assert.deepEqual(others, []);
        assert.equal(action?.kind, 'source.fixAll.bulwark');
        assert.equal(applied(action), fixed);
      }));

  for (const only of ['refactor', 'source.organizeImports', 'source.fixAll.eslint', 'quickfixes'])
    it(`are none for a client that asks for ${only}`, () =>
      withOpen({}, async (client) => {
        assert.deepEqual(await client.actions(uri, lines(2), { only: [only] }), []);
      }));

  it('leave "fix all" out where only quick fixes are wanted, and while the cursor moves', () =>
    withOpen({}, async (client) => {
      for (const context of [{ only: ['quickfix'] }, { triggerKind: CodeActionTriggerKind.Automatic }]) {
        const kinds = (await client.actions(uri, lines(2), context)).map(({ kind }) => kind);
        assert.ok(kinds.length > 0);
        assert.ok(!kinds.includes('source.fixAll.bulwark'));
      }
    }));

  it('are none where nothing is found, and for documents that are not open', () =>
    withOpen({}, async (client) => {
      assert.deepEqual(await client.actions(uri, lines(0), { only: ['quickfix'] }), []);
      assert.deepEqual(await client.actions('file:///project/never-opened', lines(0)), []);
    }));
});

describe('code actions that a person should confirm', () => {
  const fix = {
    title: 'Do it',
    confirm: 'It may hurt.',
    edits: [{ span: { start: 0, end: 4 }, newText: 'COPY' }],
  };
  const createService = fakeService({ actions: () => Promise.resolve([quickFix(fix)]) });

  it('say so where the client can ask', () =>
    withOpen({ createService }, async (client) => {
      const [action] = await client.actions(uri, lines(0));
      const [[id, annotation] = ['', undefined]] = Object.entries(action?.edit?.changeAnnotations ?? {});
      assert.deepEqual(annotation, { label: 'Do it', needsConfirmation: true, description: 'It may hurt.' });
      const [change] = action?.edit?.documentChanges ?? [];
      assert.ok(change !== undefined && 'edits' in change);
      assert.deepEqual(
        change.edits.map((edit) => 'annotationId' in edit && edit.annotationId),
        [id],
      );
    }));

  it('are plain edits where it cannot', () =>
    withOpen({ createService, capabilities: withEdits({ documentChanges: true }) }, async (client) => {
      const [action] = await client.actions(uri, lines(0));
      assert.deepEqual(Object.keys(action?.edit ?? {}), ['documentChanges']);
    }));
});

describe('code actions that touch other files', () => {
  const other = 'file:///project/.dockerignore';
  const insertion = [{ span: { start: 0, end: 0 }, newText: '.git\n' }];
  const creating = fakeService({
    actions: () =>
      Promise.resolve([
        quickFix({ title: 'Create', edits: [], others: [{ uri: other, create: true, edits: insertion }] }),
      ]),
  });
  const changing = fakeService({
    actions: () =>
      Promise.resolve([
        quickFix({
          title: 'Change',
          edits: [],
          others: [{ uri: other, edits: [{ span: { start: 2, end: 3 }, newText: 'X' }] }],
        }),
      ]),
  });

  it('create a file, then write it', () =>
    withOpen({ createService: creating }, async (client) => {
      const [action] = await client.actions(uri, lines(0));
      const [create, write] = action?.edit?.documentChanges ?? [];
      assert.deepEqual(create, { kind: 'create', uri: other, options: { ignoreIfExists: true } });
      assert.ok(write !== undefined && 'textDocument' in write);
      assert.deepEqual(write.textDocument, { uri: other, version: null });
    }));

  it('are not offered to a client that cannot create files', () =>
    withOpen(
      { createService: creating, capabilities: withEdits({ documentChanges: true }) },
      async (client) => {
        assert.deepEqual(await client.actions(uri, lines(0)), []);
      },
    ));

  it('find their place in the text of an open editor', () =>
    withOpen({ createService: changing }, async (client) => {
      await client.open(other, 'a\nb\n', 'ignore', 3);
      const [action] = await client.actions(uri, lines(0));
      assert.deepEqual(action?.edit?.documentChanges, [
        {
          textDocument: { uri: other, version: 3 },
          edits: [
            { range: { start: { line: 1, character: 0 }, end: { line: 1, character: 1 } }, newText: 'X' },
          ],
        },
      ]);
    }));

  it('are not offered when the file is gone', () =>
    withOpen({ createService: changing }, async (client) => {
      assert.deepEqual(await client.actions(uri, lines(0)), []);
    }));
});

describe('code actions for a client that can do little', () => {
  it('are plain changes where versions are not understood', () =>
    withOpen({ capabilities: withEdits({}) }, async (client) => {
      const [first] = await client.actions(uri, lines(2));
      assert.deepEqual(Object.keys(first?.edit ?? {}), ['changes']);
      const edits = first?.edit?.changes?.[uri] ?? [];
      const after = TextDocument.applyEdits(TextDocument.create(uri, '', 1, text), edits);
      assert.equal(after, text.replace('ADD a', 'COPY a'));
    }));

  it('are not announced where only commands are understood', () =>
    withOpen({ capabilities: { textDocument: { codeAction: {} } } }, async (client) => {
      assert.equal(client.answer.capabilities.codeActionProvider, undefined);
      assert.deepEqual(await client.actions(uri, lines(2)), []);
    }));
});

describe('diagnostics with more to say', () => {
  it('bring tags and related places', () => {
    const finding = {
      ...someFinding,
      tag: 'unnecessary' as const,
      related: [{ at: { start: 18, end: 22 }, text: 'This is why.' }],
    };
    const createService = fakeService({ findings: () => Promise.resolve([finding]) });
    return withOpen({ createService }, async (client) => {
      const [diagnostic] = await client.diagnostics(uri);
      assert.deepEqual(diagnostic?.tags, [1]);
      assert.deepEqual(diagnostic.relatedInformation, [
        {
          location: { uri, range: { start: { line: 1, character: 0 }, end: { line: 1, character: 4 } } },
          message: 'This is why.',
        },
      ]);
    });
  });
});

function withEdits(workspaceEdit: WorkspaceEditClientCapabilities): ClientCapabilities {
  return { ...capable, workspace: { ...capable.workspace, workspaceEdit } };
}
