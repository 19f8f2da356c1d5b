import { type Language } from '../rules/rule';

type Wanted = 'auto' | 'on' | 'off';

/** What a client says in `initializationOptions`. Every part may be left out. */
export interface ClientOptions {
  /** Settings of a client that cannot be asked for them: the keys of `bulwark.*` without the prefix. */
  readonly settings: unknown;
  /** Whether completion, hover, rename and the like are given; `auto` leaves them to a neighbour that has them. */
  readonly languageFeatures: Readonly<Record<Language, Wanted>>;
  /** Ids of installed extensions that may show the same things. */
  readonly neighbours: readonly string[];
  /** Commands that the client carries out. */
  readonly commands: readonly string[];
  /** Answers `bulwark/readFile` and `bulwark/listFolder`. */
  readonly readsFiles: boolean;
  /** Texts of the data files, for a server that has no disk to read them from. */
  readonly data: ReadonlyMap<string, string> | undefined;
  /** URL of the folder of the server's files, for a server that runs in a web worker. */
  readonly libraries: string | undefined;
}

/** @param value anything at all: other editors pass on what their users write. */
export function readOptions(value: unknown): ClientOptions {
  // Helix sends the same table here and as an answer to `workspace/configuration`.
  const settings = member(value, 'settings') ?? member(value, 'bulwark');
  const told = member(value, 'languageFeatures');
  // One word counts for both languages.
  const wanted = (language: Language): Wanted => {
    const word =
      typeof told === 'string'
        ? told
        : (member(told, language) ?? member(member(settings, language), 'languageFeatures'));
    return word === 'on' || word === 'off' ? word : 'auto';
  };
  const libraries = member(value, 'libraries');
  return {
    settings,
    languageFeatures: { dockerfile: wanted('dockerfile'), compose: wanted('compose') },
    neighbours: strings(member(value, 'neighbours')),
    commands: strings(member(value, 'commands')),
    readsFiles: member(value, 'readsFiles') === true,
    data: texts(member(value, 'data')),
    libraries: typeof libraries === 'string' ? libraries : undefined,
  };
}

/** A member of what may be an object. */
export function member(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
  return (value as Readonly<Record<string, unknown>>)[key];
}

function texts(value: unknown): ReadonlyMap<string, string> | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  return new Map(
    Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}

function strings(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}
