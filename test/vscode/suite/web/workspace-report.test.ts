import * as vscode from 'vscode';
import { closeEditors } from '../documents';
import { waitFor } from '../findings';

describe('the hardening report in a window of the web', () => {
  afterEach(closeEditors);

  it('opens as a page', async () => {
    await vscode.commands.executeCommand('bulwark.openReport');
    const { tabGroups } = vscode.window;
    await waitFor('the report', [tabGroups.onDidChangeTabs], () =>
      tabGroups.activeTabGroup.activeTab?.label === 'Hardening Report' ? true : undefined,
    );
  });
});
