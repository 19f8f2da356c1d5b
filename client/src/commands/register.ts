import * as vscode from 'vscode';
import { type ImagesView } from '../images/view';
import { type WorkspaceFindings } from '../workspace-report/findings';
import { type ReportPanel } from '../workspace-report/panel';
import { type CommandTools } from './command-tools';
import { watchServices } from './compose-watch';
import { copyImageReference } from './copy-image-reference';
import { createHardenedBuilder } from './create-builder';
import { createDockerignore } from './create-dockerignore';
import { debugWithImageMount } from './debug-with-image-mount';
import { debugWithDocker } from './docker-debug';
import { explainRule } from './explain-rule';
import { fixAll } from './fix-all';
import { hardenService } from './harden-service';
import { logInToRegistry } from './log-in';
import { migrate } from './migrate';
import { openPlace } from './open-place';
import { openRule } from './open-rule';
import { openSample } from './open-sample';
import { replaceWithHardened } from './replace-with-hardened';
import { runWithVenv } from './run-with-venv';
import { scan } from './scan-with-openscap';
import { showImageFacts } from './show-image-facts';
import { runUv } from './uv-through-docker';
import { verifyUvImage } from './verify-uv-image';

interface Tools extends CommandTools {
  readonly output: vscode.LogOutputChannel;
  readonly findings: WorkspaceFindings;
  readonly report: ReportPanel;
  readonly restart: () => Promise<void>;
  readonly images: ImagesView;
}

/** Commands that code lenses and code actions name. */
export const commandsOfServer: readonly string[] = [
  'bulwark.openRule',
  'bulwark.showImageFacts',
  'bulwark.debugWithImageMount',
  'bulwark.scanWithOpenScap',
];

/** All commands that package.json announces. */
export function registerCommands(
  context: vscode.ExtensionContext,
  tools: Tools,
): readonly vscode.Disposable[] {
  const { registerCommand } = vscode.commands;
  return [
    registerCommand('bulwark.restart', tools.restart),
    registerCommand('bulwark.showOutput', () => tools.output.show()),
    registerCommand('bulwark.fixAll', fixAll),
    registerCommand('bulwark.openSample', openSample),
    registerCommand('bulwark.lintWorkspace', () => tools.findings.show()),
    registerCommand('bulwark.clearWorkspaceFindings', () => tools.findings.clear()),
    registerCommand('bulwark.openReport', () => tools.report.show()),
    registerCommand('bulwark.saveReport', () => tools.report.save()),
    registerCommand('bulwark.openPlace', openPlace),
    registerCommand('bulwark.showImageFacts', showImageFacts),
    registerCommand('bulwark.openRule', (id: unknown, url: unknown) =>
      openRule(context.extensionUri, id, url),
    ),
    registerCommand('bulwark.refreshImages', () => tools.images.refresh(true)),
    registerCommand('bulwark.stopReadingImages', () => tools.images.stop()),
    registerCommand('bulwark.groupImagesByImage', () => tools.images.group('image')),
    registerCommand('bulwark.groupImagesByFile', () => tools.images.group('file')),
    registerCommand('bulwark.copyImageReference', copyImageReference),
    registerCommand('bulwark.replaceWithHardened', replaceWithHardened),
    registerCommand('bulwark.explainRule', () => explainRule(context)),
    registerCommand('bulwark.debugWithImageMount', (lens: unknown) => debugWithImageMount(tools, lens)),
    registerCommand('bulwark.dockerDebug', (lens: unknown) => debugWithDocker(tools, lens)),
    registerCommand('bulwark.scanWithOpenScap', (lens: unknown) => scan(tools, lens)),
    registerCommand('bulwark.verifyUvImage', () => verifyUvImage(tools)),
    registerCommand('bulwark.createBuilder', () => createHardenedBuilder(tools)),
    registerCommand('bulwark.logIn', () => logInToRegistry(tools)),
    registerCommand('bulwark.uvThroughDocker', () => runUv(tools)),
    registerCommand('bulwark.composeWatch', () => watchServices(tools)),
    registerCommand('bulwark.runWithVenv', () => runWithVenv(tools)),
    registerCommand('bulwark.hardenService', () => hardenService(tools)),
    registerCommand('bulwark.migrate', () => migrate(tools)),
    registerCommand('bulwark.createDockerignore', () => createDockerignore(tools)),
  ];
}
