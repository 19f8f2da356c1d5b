import { type Connection } from 'vscode-languageserver';
import { applyConfiguration, resolveSettings } from '../service/configuration';
import { defaultSettings, type Settings } from '../service/settings';
import { type Host } from '../workspace/host';
import { describe } from './answering';
import { type Client } from './client';
import { member } from './client-options';

/** Keys of `bulwark.*` that are not a matter of findings. */
const otherKeys: readonly string[] = ['codeLens', 'dockerfile', 'inlayHints', 'trace'];

/** What is shown beside findings. */
export interface Display {
  /** What is known of a stage's image, behind its FROM. */
  readonly imageHints: boolean;
  /** Commands above stages and services. */
  readonly lenses: boolean;
}

interface Told {
  readonly settings: Settings;
  readonly display: Display;
}

/** The settings in force for each document: the editor's, and `bulwark.json` over them. */
export class SettingsStore {
  readonly #asked = new Map<string, Promise<Told>>();
  readonly #said = new Set<string>();
  #pushed: unknown;

  constructor(
    private readonly connection: Connection,
    private readonly client: Client,
    private readonly host: Host,
  ) {
    this.#pushed = client.options.settings;
  }

  /**
   * Never fails: what cannot be asked or understood is as by default.
   * @param scope what the editor is asked about: the workspace folder, for one of many files.
   */
  async of(uri: string, scope = uri): Promise<Settings> {
    const { settings, problems } = await resolveSettings(
      this.host,
      uri,
      (await this.#editors(scope)).settings,
    );
    for (const { uri: file, message, range } of problems)
      this.#warn(`${file}:${range.start.line + 1}: ${message}.`);
    return settings;
  }

  /** Never fails, either. */
  async display(uri: string): Promise<Display> {
    return (await this.#editors(uri)).display;
  }

  forget(uri: string): void {
    this.#asked.delete(uri);
  }

  /** @param settings what a client that cannot be asked has sent along; others send anything. */
  changed(settings: unknown): void {
    if (!this.client.answersConfiguration) this.#pushed = member(settings, 'bulwark') ?? this.#pushed;
    this.#asked.clear();
  }

  #editors(uri: string): Promise<Told> {
    const before = this.#asked.get(uri);
    if (before !== undefined) return before;
    const asked = this.#ask(uri).then((value) => ({
      settings: this.#read(value),
      display: readDisplay(value),
    }));
    this.#asked.set(uri, asked);
    return asked;
  }

  async #ask(uri: string): Promise<unknown> {
    if (!this.client.answersConfiguration) return this.#pushed;
    try {
      const answer: unknown = await this.connection.workspace.getConfiguration({
        scopeUri: uri,
        section: 'bulwark',
      });
      return answer ?? this.#pushed;
    } catch (error) {
      this.connection.console.warn(`The editor does not tell the settings: ${describe(error)}`);
      return this.#pushed;
    }
  }

  #read(value: unknown): Settings {
    if (typeof value !== 'object' || value === null) return defaultSettings;
    // Editors send `null` for what is not set.
    const ours = Object.entries(value)
      .filter(([key, item]) => !otherKeys.includes(key) && item !== null)
      .map(([key, item]: [string, unknown]) => [key, key === 'compose' ? composeOf(item) : item]);
    const text = JSON.stringify(Object.fromEntries(ours));
    const { settings, problems } = applyConfiguration('settings', text, defaultSettings);
    for (const { message } of problems) this.#warn(`In the settings: ${message}.`);
    return settings;
  }

  /** Each complaint once: settings are read for every document. */
  #warn(message: string): void {
    if (this.#said.has(message)) return;
    this.#said.add(message);
    this.connection.console.warn(message);
  }
}

/** The key that is told at the start is not a matter of findings, either. */
function composeOf(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value).filter(([key, item]) => key !== 'languageFeatures' && item !== null),
  );
}

function readDisplay(value: unknown): Display {
  return {
    imageHints: member(member(value, 'inlayHints'), 'images') === true,
    lenses: member(member(value, 'codeLens'), 'enabled') !== false,
  };
}
