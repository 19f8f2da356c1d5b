import { type CancellationToken } from 'vscode-languageserver';
import { WorkspaceImages } from '../../service/inventory/workspace-images';
import { canonical, nameOf } from '../../workspace/uri';
import { answering } from '../answering';
import { type ChangeListener } from '../changes';
import { member } from '../client-options';
import { tellProgress } from '../file-progress';
import { type Session } from '../session';
import { type WorkspaceFolders } from '../workspace-folders';
import { type ImageInventoryAnswer, imageInventoryChanged, imageInventoryRequest } from './messages';
import { WantedFiles } from './wanted-files';

/** Files that settings are read from: what they say is no matter of any one file. */
const configuration = /bulwark|^package\.json$/i;

/** What is known of the files of the workspace, and of their images. It is to be told of changes. */
export interface WorkspaceInventory extends ChangeListener {
  readonly wanted: WantedFiles;
  readonly images: WorkspaceImages;
  /** Forgets all that was read: somebody asks for everything anew. */
  readAgain(): void;
}

/**
 * Answers what images the workspace uses, as its files stand in editors and else on the disk.
 * @param delay how long all must rest before a change is told, in milliseconds.
 */
export function provideImageInventory(
  session: Session,
  folders: WorkspaceFolders,
  delay: number,
): WorkspaceInventory {
  const { connection, documents, settings } = session;
  const wanted = new WantedFiles(session, folders);
  const images = new WorkspaceImages(
    // An open file counts wherever it lies.
    { ...session.host, readFile: async (uri) => documents.textAt(uri)?.text ?? session.host.readFile(uri) },
    (uri) => settings.of(uri, wanted.folderOf(uri)),
  );
  /** Whether somebody has an answer that was not yet called old. */
  let isAnswered = false;
  let waiting: ReturnType<typeof setTimeout> | undefined;

  connection.onRequest(
    imageInventoryRequest,
    answering<unknown, ImageInventoryAnswer | null>(connection, 'Image inventory', null, (params, token) => {
      isAnswered = true;
      if (member(params, 'again') === true) readAgain();
      return read(params, token);
    }),
  );
  connection.onShutdown(() => clearTimeout(waiting));

  async function read(params: unknown, token: CancellationToken): Promise<ImageInventoryAnswer> {
    const isOver = (): boolean => token.isCancellationRequested;
    const progress = tellProgress(session, params, 'Reading images');
    try {
      const files = await wanted.list(isOver);
      const { files: using, counts } = await images.read(files, {
        isOver,
        done: (done) => progress.of(done, files.length),
      });
      return { files: using.map(({ uri, uses }) => ({ uri, uses })), counts };
    } finally {
      progress.end();
    }
  }

  function readAgain(): void {
    session.host.forgetAll();
    session.service.forgetSurroundings();
    wanted.forget();
    images.forgetAll();
  }

  function tell(): void {
    if (!isAnswered) return;
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      isAnswered = false;
      void connection.sendNotification(imageInventoryChanged);
    }, delay);
  }

  return {
    wanted,
    images,
    readAgain,
    textChanged(uri) {
      const isKnown = images.forget(uri);
      const isOpen = documents.all().some((document) => canonical(document.uri) === uri);
      if (isKnown || isOpen || configuration.test(nameOf(uri))) tell();
    },
    filesChanged(uris) {
      wanted.forget();
      for (const uri of uris) images.forget(uri, true);
      tell();
    },
    everythingChanged() {
      wanted.forget();
      images.forgetAll();
      tell();
    },
  };
}
