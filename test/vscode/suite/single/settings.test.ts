import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, openFile, withSettings } from '../documents';
import { waitForDiagnostics, waitForRule, waitForSilence, ruleOf } from '../findings';

const text = 'FROM ubuntu:latest\nRUN apt-get update && apt-get install curl\n';

describe('settings', () => {
  afterEach(closeEditors);

  it('turn a rule off, and its return on again', async () => {
    const { document } = await openFile('settings-off/Dockerfile', text);
    await waitForRule(document.uri, 'image-tag-latest');
    await withSettings({ 'bulwark.rules': { 'image-tag-latest': 'off' } }, async () => {
      await waitForSilence(document.uri, 'image-tag-latest', 'user-root');
    });
    await waitForRule(document.uri, 'image-tag-latest');
  });

  it('change the severity of a rule', async () => {
    const { document } = await openFile('settings-severity/Dockerfile', text);
    const first = await waitForRule(document.uri, 'image-tag-latest');
    assert.equal(first.severity, vscode.DiagnosticSeverity.Warning);
    await withSettings({ 'bulwark.rules': { 'image-tag-latest': 'error' } }, async () => {
      await waitForDiagnostics(document.uri, 'an error', (_rules, diagnostics) =>
        diagnostics.some(
          (each) => ruleOf(each) === 'image-tag-latest' && each.severity === vscode.DiagnosticSeverity.Error,
        ),
      );
    });
  });

  it('choose a profile, and its return gives the recommended one', async () => {
    const { document } = await openFile('settings-profile/Dockerfile', text);
    await waitForRule(document.uri, 'user-root');
    await withSettings({ 'bulwark.profile': 'minimal' }, async () => {
      await waitForSilence(document.uri, 'user-root', 'apt-assume-yes');
    });
    await waitForRule(document.uri, 'user-root');
  });

  it('switch everything off', async () => {
    const { document } = await openFile('settings-enable/Dockerfile', text);
    await waitForRule(document.uri, 'user-root');
    await withSettings({ 'bulwark.enable': false }, async () => {
      await waitForDiagnostics(document.uri, 'no finding', (rules) => rules.length === 0);
    });
    await waitForRule(document.uri, 'user-root');
  });
});
