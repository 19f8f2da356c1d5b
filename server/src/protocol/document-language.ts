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
      return claimedByOthers(byName, languageId, text);
  }
}

/**
 * A file to which another extension gives a language of its own. What is called a Compose file is one where its text says
 * so as well; what is called a Dockerfile where the language does. Neither is a template, which has to be filled in first.
 */
function claimedByOthers(
  byName: Language | undefined,
  languageId: string,
  text: string,
): Language | undefined {
  if (/jinja|j2|template|helm|erb|handlebars|mustache|markdown/i.test(languageId)) return undefined;
  if (byName === 'compose') return looksLikeCompose(text) ? 'compose' : undefined;
  return byName === 'dockerfile' && /docker|container/i.test(languageId) ? 'dockerfile' : undefined;
}
