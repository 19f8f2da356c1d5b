import { type BuildContext } from '../../server/src/workspace/context';

/** What a test says about the world around its document. */
export interface Surroundings {
  /** Everything at the root of the build context; absent: the folder cannot be read. */
  readonly files?: readonly string[];
  /** By folder relative to the document. */
  readonly folders?: Readonly<Record<string, readonly string[]>>;
  readonly targets?: readonly string[];
  readonly namedContexts?: readonly string[];
}

export function contextOf({ files, folders, targets, namedContexts }: Surroundings = {}): BuildContext {
  return {
    has: (name) => files?.includes(name),
    hasIn: (folder, name) => (folders?.[folder] ?? (isHere(folder) ? files : undefined))?.includes(name),
    targets: targets ?? [],
    namedContexts: namedContexts ?? [],
  };
}

function isHere(folder: string): boolean {
  return folder === '.' || folder === './';
}
