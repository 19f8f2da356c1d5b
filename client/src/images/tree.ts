import * as vscode from 'vscode';
import { type ImageNode } from './node';

/** Rows as VS Code shows them. */
export class ImagesTree implements vscode.TreeDataProvider<ImageNode> {
  readonly #changed = new vscode.EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.#changed.event;
  #nodes: readonly ImageNode[] = [];

  show(nodes: readonly ImageNode[]): void {
    this.#nodes = nodes;
    this.#changed.fire(undefined);
  }

  getChildren(node?: ImageNode): ImageNode[] {
    return [...(node?.children ?? this.#nodes)];
  }

  getTreeItem(node: ImageNode): vscode.TreeItem {
    const { Collapsed, None } = vscode.TreeItemCollapsibleState;
    const item = new vscode.TreeItem(node.label, node.children.length > 0 ? Collapsed : None);
    item.id = node.id;
    item.description = node.description;
    item.iconPath = iconOf(node);
    item.accessibilityInformation = { label: node.spoken };
    item.contextValue = [node.kind, ...node.abilities].join(' ');
    if (node.tooltip !== '') item.tooltip = new vscode.MarkdownString(node.tooltip);
    if (node.kind === 'file' && node.uri !== undefined) item.resourceUri = vscode.Uri.parse(node.uri);
    if (node.kind === 'use' && node.uri !== undefined)
      item.command = {
        command: 'vscode.open',
        title: 'Open',
        arguments: [vscode.Uri.parse(node.uri), { selection: rangeOf(node) }],
      };
    return item;
  }
}

function iconOf({ kind, icon: { id, colour } }: ImageNode): vscode.ThemeIcon {
  // With the file's own icon, as the theme of icons has it.
  if (kind === 'file') return vscode.ThemeIcon.File;
  return new vscode.ThemeIcon(id, colour === undefined ? undefined : new vscode.ThemeColor(colour));
}

/** What a node stands for; the start of the file where it is a file. */
export function rangeOf({ range }: Pick<ImageNode, 'range'>): vscode.Range {
  const { start, end } = range ?? { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
  return new vscode.Range(start.line, start.character, end.line, end.character);
}
