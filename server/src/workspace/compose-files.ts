import { readDotenv } from '../compose/dotenv';
import { type Variables } from '../compose/interpolate';
import { readComposeText, type ComposeText } from '../compose/text';
import { type Host } from './host';
import { KeptTexts } from './kept-texts';

/** Larger files (in UTF-16 code units) are not read for what they say about other files. */
const largest = { compose: 500_000, variables: 100_000 } as const;

/**
 * Texts whose YAML is kept, in UTF-16 code units: those of a project and its neighbours, while somebody types in one of them.
 * The YAML takes many times their room.
 */
const mostKept = 200_000;

/** So many files are read around one document; a project of more is unknown beyond them. */
const mostRead = 150;

/** YAML is parsed once for each text of a file. */
export class ComposeTexts extends KeptTexts<ComposeText> {
  constructor() {
    // Named when it is called: the command line loads what reads Compose files only then.
    super((source) => readComposeText(source), mostKept);
  }
}

/** Reads the files around one document, and not too many of them. */
export class ComposeFiles {
  readonly #seen = new Set<string>();

  constructor(
    readonly host: Host,
    private readonly texts: ComposeTexts = new ComposeTexts(),
  ) {}

  /** `undefined` where the file cannot be read, is too large, or is one too many. */
  async read(uri: string): Promise<ComposeText | undefined> {
    const text = await this.text(uri);
    return text === undefined ? undefined : this.texts.of(uri, text);
  }

  async text(uri: string): Promise<string | undefined> {
    return this.#read(uri, largest.compose);
  }

  /** What a file of variables sets; `undefined` where it cannot be read. */
  async variables(uri: string, before?: Variables): Promise<Variables | undefined> {
    const text = await this.#read(uri, largest.variables);
    return text === undefined ? undefined : readDotenv(text, before);
  }

  async #read(uri: string, limit: number): Promise<string | undefined> {
    this.#seen.add(uri);
    if (this.#seen.size > mostRead) return undefined;
    const text = await this.host.readFile(uri);
    return text === undefined || text.length > limit ? undefined : text;
  }
}
