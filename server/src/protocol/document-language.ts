import { looksLikeCompose } from '../compose/looks-like';
import { type Language } from '../rules/rule';
import { languageOfName } from '../workspace/file-names';
import { nameOf } from '../workspace/uri';

/**
 * What a document is, by the id that the editor gives it and, where that says too little, by its name or its text.
 * `undefined`: none of our business. Editors differ: VS Code has `dockercompose`, Neovim's convention is `yaml.docker-compose`,
 * Helix has `docker-compose`.
 */
export function languageOf(uri: string, languageId: string, text: string): Language | undefined {
  const byName = languageOfName(nameOf(uri));
  switch (languageId.toLowerCase()) {
    case 'dockerfile':
    case 'containerfile':
      // `Dockerfile.dockerignore` fits the pattern of an editor's Dockerfiles.
      return /\.(?:docker|container)ignore$/i.test(uri) ? undefined : 'dockerfile';
    case 'dockercompose':
    case 'docker-compose':
    case 'yaml.docker-compose':
      return 'compose';
    case 'yaml':
    case 'yml':
      return byName === 'compose' || looksLikeCompose(text) ? 'compose' : undefined;
    case '':
    case 'plaintext':
      return byName;
    default:
      return undefined;
  }
}
