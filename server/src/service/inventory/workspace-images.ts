import { ComposeTexts } from '../../workspace/compose-files';
import { DockerfileTexts } from '../../workspace/dockerfile-texts';
import { fetchContext } from '../../workspace/fetch-context';
import { type Host } from '../../workspace/host';
import { recordingHost } from '../../workspace/recording-host';
import { takeTurns } from '../../workspace/turns';
import { canonical, parentOf } from '../../workspace/uri';
import { type Language } from '../../rules/rule';
import { currentDay } from '../current-day';
import { type Settings } from '../settings';
import { fileImages } from './file-images';
import { inventoryOf } from './inventory';
import { type FileImages, type Inventory } from './model';

/** A file whose images are wanted. */
export interface WantedFile {
  /** Canonical. */
  readonly uri: string;
  readonly language: Language;
}

interface Known {
  readonly settings: Settings;
  readonly today: string;
  readonly language: Language;
  /** Canonical URIs of every file and folder that was asked for, its own among them. */
  readonly asked: ReadonlySet<string>;
  readonly images: Promise<FileImages>;
}

export interface ReadProgress {
  /** Asked between files: whether nobody waits any more. */
  readonly isOver?: () => boolean;
  /** Told after each file how many are done. */
  readonly done?: (files: number) => void;
}

/** The images of many files. What was read stays known until a file changes that it hangs on. */
export class WorkspaceImages {
  readonly #known = new Map<string, Known>();
  readonly #composeTexts = new ComposeTexts();
  readonly #dockerfileTexts = new DockerfileTexts();

  /** @param clock gives the day as `2026-01-31`. */
  constructor(
    private readonly host: Host,
    private readonly settingsOf: (uri: string) => Promise<Settings>,
    private readonly clock: () => string = () => currentDay(),
  ) {}

  /** What the files use together. */
  async read(wanted: readonly WantedFile[], progress?: ReadProgress): Promise<Inventory> {
    return inventoryOf(await this.filesOf(wanted, progress));
  }

  /** Files that cannot be read have no images. Of a reading that ended early only what was read is given. */
  async filesOf(
    wanted: readonly WantedFile[],
    { isOver = () => false, done = () => undefined }: ReadProgress = {},
  ): Promise<readonly FileImages[]> {
    const files: FileImages[] = [];
    const today = this.clock();
    const turn = takeTurns();
    for (const [index, file] of wanted.entries()) {
      await turn();
      if (isOver()) break;
      files.push(await this.#of(file, today));
      done(index + 1);
    }
    const all = new Set(wanted.map(({ uri }) => uri));
    for (const uri of this.#known.keys()) if (!all.has(uri)) this.#known.delete(uri);
    return files;
  }

  /**
   * Forgets what hangs on a file that has changed.
   * @param uri canonical.
   * @param came whether it has come or gone, which those may care for that only listed its folder.
   * @returns whether anything did.
   */
  forget(uri: string, came = false): boolean {
    const folder = came ? parentOf(uri) : undefined;
    let any = false;
    for (const [file, { asked }] of this.#known)
      if (asked.has(uri) || (folder !== undefined && asked.has(folder))) {
        this.#known.delete(file);
        any = true;
      }
    return any;
  }

  forgetAll(): void {
    this.#known.clear();
  }

  async #of({ uri, language }: WantedFile, today: string): Promise<FileImages> {
    const settings = await this.settingsOf(uri);
    const before = this.#known.get(uri);
    if (before?.settings === settings && before.today === today && before.language === language)
      return before.images;
    const asked = new Set([canonical(uri)]);
    const images = this.#look({ uri, language }, recordingHost(this.host, asked), settings, today);
    // Known at once, so that a change meanwhile has it read again.
    this.#known.set(uri, { settings, today, language, asked, images });
    return images;
  }

  async #look(
    { uri, language }: WantedFile,
    host: Host,
    settings: Settings,
    today: string,
  ): Promise<FileImages> {
    const { composeFiles, hardenedImageMirrors } = settings;
    const [text, context] = await Promise.all([
      host.readFile(uri),
      fetchContext(host, uri, language, {
        composeFiles,
        hardenedImageMirrors,
        composeTexts: this.#composeTexts,
        dockerfileTexts: this.#dockerfileTexts,
      }),
    ]);
    if (text === undefined) return { uri, uses: [], built: [] };
    return fileImages({ uri, language, text, context }, settings, today);
  }
}
