import * as vscode from 'vscode';
import { type BaseLanguageClient, State } from 'vscode-languageclient';
import type { ImageInventoryAnswer } from '../../../server/src/protocol/inventory/messages';
import { counted } from '../../../server/src/text/counted';
import { type Grouping, nodesOf } from './nodes';
import { type Reading, readImages } from './reading';
import { ImagesTree } from './tree';

const id = 'bulwark.images';

/** A reading that lasts longer is shown as one, in milliseconds: a short one would only flicker. */
const noticeable = 400;

/** The view of the images that the workspace uses. Nothing is read before it is first shown. */
export class ImagesView implements vscode.Disposable {
  readonly #tree = new ImagesTree();
  readonly #view: vscode.TreeView<unknown>;
  readonly #disposables: readonly { dispose(): unknown }[];
  #answer: ImageInventoryAnswer | undefined;
  #reading: Reading | undefined;
  #isWanted = false;
  /** What has to be read once this reading is over: something has changed meanwhile, or the person wants all anew. */
  #next: 'changed' | 'again' | undefined;

  /** @param memory keeps how the person wants it grouped. */
  constructor(
    private readonly client: BaseLanguageClient,
    private readonly memory: vscode.Memento,
  ) {
    this.#view = vscode.window.createTreeView(id, { treeDataProvider: this.#tree, showCollapseAll: true });
    this.#disposables = [
      this.#view,
      this.#view.onDidChangeVisibility(({ visible }) => {
        if (visible && !this.#isWanted) this.refresh();
      }),
      client.onNotification('bulwark/imageInventoryChanged', () => {
        if (this.#isWanted) this.refresh();
      }),
      client.onDidChangeState(({ newState }) => {
        if (newState === State.Running && this.#isWanted) this.refresh();
      }),
    ];
    this.#say('group', this.#grouping);
    if (this.#view.visible) this.refresh();
  }

  dispose(): void {
    this.#reading?.stop();
    for (const each of this.#disposables) each.dispose();
  }

  /** @param again reads everything anew, whatever the server knows. */
  refresh(again = false): void {
    this.#isWanted = true;
    if (this.#reading !== undefined) this.#next = again ? 'again' : (this.#next ?? 'changed');
    else if (this.client.isRunning()) void this.#read(again);
  }

  /** Nothing is read any more, until it is asked for or the view is shown anew. */
  stop(): void {
    this.#isWanted = false;
    this.#reading?.stop();
  }

  async group(by: Grouping): Promise<void> {
    await this.memory.update(`${id}.group`, by);
    this.#say('group', by);
    this.#show();
  }

  get #grouping(): Grouping {
    return this.memory.get<Grouping>(`${id}.group`) === 'file' ? 'file' : 'image';
  }

  async #read(again: boolean): Promise<void> {
    let isNoticeable = false;
    const reading = readImages(this.client, again, (words) => {
      if (isNoticeable) this.#view.message = `Reading images: ${words}`;
    });
    this.#reading = reading;
    const timer = setTimeout(() => {
      isNoticeable = true;
      this.#say('state', 'reading');
      void vscode.window.withProgress({ location: { viewId: id } }, () => reading.answer);
    }, noticeable);
    const answer = await reading.answer;
    clearTimeout(timer);
    this.#reading = undefined;
    this.#view.message = reading.isStopped() ? 'Reading was stopped. Refresh to go on.' : '';
    if (answer !== undefined) this.#answer = answer;
    this.#say('state', answer !== undefined ? 'read' : reading.isStopped() ? 'stopped' : 'failed');
    this.#show();
    const next = this.#next;
    this.#next = undefined;
    if (next !== undefined && this.#isWanted) this.refresh(next === 'again');
  }

  #show(): void {
    if (this.#answer === undefined) return;
    const { counts } = this.#answer;
    const pathOf = (uri: string): string => vscode.workspace.asRelativePath(vscode.Uri.parse(uri));
    this.#tree.show(nodesOf(this.#answer, this.#grouping, pathOf));
    this.#view.description = counts.images === 0 ? '' : `${counts.hardened} of ${counts.images} hardened`;
    const { notHardened: value } = counts;
    const tooltip = `${counted(value, 'image')} not hardened`;
    this.#view.badge = value === 0 ? undefined : { value, tooltip };
  }

  /** Tells menus and welcome texts. */
  #say(key: 'state' | 'group', value: string): void {
    void vscode.commands.executeCommand('setContext', `${id}.${key}`, value);
  }
}
