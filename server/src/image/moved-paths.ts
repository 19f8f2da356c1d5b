import { valueOf } from '../text/known';
import { type ImageFacts } from './facts';
import { imageNode, imagePythons } from './interpreters';
import { type ImageReference } from './reference';

/** A path of an upstream image that lies elsewhere in the hardened one. */
export interface MovedPath {
  /** Where the upstream image has it: what was looked for begins with it. */
  readonly from: string;
  /** Where it lies in this image. */
  readonly to: string;
  /** A variable that puts it elsewhere, and that whoever starts from the image may set. */
  readonly decidedBy?: string;
}

/**
 * Where a hardened image has what lies at an absolute path of its upstream image; absent where that is not known to have
 * moved. Never throws.
 */
export function movedPath(path: string, reference: ImageReference, facts: ImageFacts): MovedPath | undefined {
  if (facts.hardened === undefined) return undefined;
  for (const look of [movedPython, movedNode, movedBySetting, movedPostgres]) {
    const moved = look(path, reference, facts);
    if (moved !== undefined && moved.from !== moved.to) return moved;
  }
  return undefined;
}

type Look = (path: string, reference: ImageReference, facts: ImageFacts) => MovedPath | undefined;

/** Upstream's interpreter and packages lie in /usr/local: https://github.com/docker-library/python */
const movedPython: Look = (path, reference, facts) => {
  const from = /^\/usr\/local\/(?:bin\/(?:python|pip)[\d.]*|lib\/python3\.\d+(?=\/|$))/.exec(path)?.[0];
  if (from === undefined || !isAtOrBelow(path, from)) return undefined;
  const folder = valueOf(imagePythons(reference, facts))?.[0]?.folder;
  return folder === undefined
    ? undefined
    : { from, to: from.replace('/usr/local', folder.replace(/\/bin$/, '')) };
};

/** https://github.com/nodejs/docker-node; the hardened image has it in /usr/bin on Debian 13. */
const movedNode: Look = (path, reference, facts) => {
  if (path !== '/usr/local/bin/node' && path !== '/usr/local/bin/nodejs') return undefined;
  const folder = valueOf(imageNode(reference, facts))?.folder;
  return folder === '/usr/bin' ? { from: path, to: '/usr/bin/node' } : undefined;
};

/** Folders of upstream images that a variable of the image names too. */
const SETTINGS: readonly {
  readonly variable: string;
  readonly repositories: RegExp;
  readonly folder: string;
  readonly decides?: boolean;
}[] = [
  // https://github.com/adoptium/containers
  {
    variable: 'JAVA_HOME',
    repositories: /^(?:eclipse-temurin|tomcat|gradle|maven)$/,
    folder: '/opt/java/openjdk',
  },
  // https://github.com/docker-library/postgres: before version 18
  {
    variable: 'PGDATA',
    repositories: /^(?:postgres|pgvector)$/,
    folder: '/var/lib/postgresql/data',
    decides: true,
  },
  // https://github.com/docker-library/wordpress
  { variable: 'PHP_INI_DIR', repositories: /^(?:php|wordpress)$/, folder: '/usr/local/etc/php' },
];

const movedBySetting: Look = (path, _reference, { hardened }) => {
  for (const { variable, repositories, folder, decides } of SETTINGS) {
    const to = hardened?.listed?.facts.environment[variable];
    if (
      typeof to !== 'string' ||
      !repositories.test(hardened?.repository ?? '') ||
      !isAtOrBelow(path, folder)
    )
      continue;
    if (isAtOrBelow(path, to)) continue;
    return { from: folder, to, ...(decides === true && { decidedBy: variable }) };
  }
  return undefined;
};

/** https://github.com/docker-hardened-images/catalog/blob/main/image/postgres/debian-13/18.yaml */
const movedPostgres: Look = (path, _reference, { hardened }) => {
  if (hardened?.repository !== 'postgres' && hardened?.repository !== 'pgvector') return undefined;
  return isAtOrBelow(path, '/usr/lib/postgresql')
    ? { from: '/usr/lib/postgresql', to: '/opt/postgresql' }
    : undefined;
};

/** Whether a path is another, or lies below it. */
function isAtOrBelow(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`);
}
