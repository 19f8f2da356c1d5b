import assert from 'node:assert/strict';
import { createService } from '../../server/src/service/create';
import { type TextDocument } from '../../server/src/service/service';
import { defaultSettings as usualSettings } from '../../server/src/service/settings';
import { applyEdits } from '../../server/src/text/edit';
import { noHost } from '../../server/src/workspace/host';

/** Any well-known image has a hardened counterpart: these tests are about other rules. */
const defaultSettings = { ...usualSettings, rules: { 'dhi-available': 'off' as const } };

const document = (text: string, version = 1): TextDocument => ({
  uri: 'file:///w/Dockerfile',
  language: 'dockerfile',
  version,
  text,
});

describe('the service', () => {
  it('looks once at a version', async () => {
    const service = createService(noHost);
    const first = await service.findings(document('FROM python\n'), defaultSettings);
    assert.equal(await service.findings(document('FROM python\n'), defaultSettings), first);
    const next = await service.findings(document('FROM python:3.14\nUSER 1\n', 2), defaultSettings);
    assert.deepEqual(next, []);
  });

  it('looks again on another day', async () => {
    let today = '2026-10-31';
    const service = createService(noHost, undefined, () => today);
    const text = document('FROM python:3.10\nUSER 1\n');
    assert.deepEqual(await service.findings(text, defaultSettings), []);
    today = '2026-11-01';
    const found = await service.findings(text, defaultSettings);
    assert.deepEqual(
      found.map(({ rule }) => rule),
      ['image-end-of-life'],
    );
  });

  it('looks again under other settings', async () => {
    const service = createService(noHost);
    const text = document('FROM python\nUSER 1\n');
    assert.equal((await service.findings(text, defaultSettings)).length, 1);
    const off = {
      ...defaultSettings,
      rules: { ...defaultSettings.rules, 'image-tag-missing': 'off' as const },
    };
    assert.deepEqual(await service.findings(text, off), []);
  });

  it('offers quick fixes, fix all of the rule and ignore comments for what touches a place', async () => {
    const service = createService(noHost);
    const text = document('FROM debian:13\nUSER 1\nRUN apt-get install a\nRUN apt-get install b\n');
    const at = text.text.indexOf('install b');
    const actions = await service.actions(text, defaultSettings, { start: at, end: at });
    const yes = actions.filter(({ findings }) => findings[0]?.rule === 'apt-assume-yes');
    assert.deepEqual(
      yes.map(({ kind, preferred }) => `${kind} ${String(preferred)}`),
      ['quickfix true', 'fix-rule false', 'suppress false', 'suppress false'],
    );
    const [one, rule] = yes.map(({ fix }) => applyEdits(text.text, fix.edits));
    assert.match(one ?? '', /install a\nRUN apt-get install -y b\n/);
    assert.match(rule ?? '', /install -y a\nRUN apt-get install -y b\n/);
  });

  it('offers nothing where nothing is found', async () => {
    const service = createService(noHost);
    const text = document('FROM python\nUSER 1\n');
    assert.deepEqual(await service.actions(text, defaultSettings, { start: 14, end: 14 }), []);
  });

  it('sees a Compose file beside it, until told that it changed', async () => {
    const compose = (target: string): string =>
      `services:\n  a:\n    build:\n      context: .\n      target: ${target}\n`;
    const files = new Map([['file:///w/compose.yaml', compose('web')]]);
    const service = createService({
      readFile: (uri) => Promise.resolve(files.get(uri)),
      listFolder: () => Promise.resolve(['compose.yaml', 'Dockerfile']),
    });
    const text = document('FROM debian:13 AS web\nFROM debian:13\nUSER 1\n');
    const root = async (): Promise<number> =>
      (await service.findings(text, defaultSettings)).filter(({ rule }) => rule === 'user-root').length;
    assert.equal(await root(), 1);
    files.clear();
    assert.equal(await root(), 1);
    service.forgetSurroundings();
    assert.equal(await root(), 0);
  });
});
