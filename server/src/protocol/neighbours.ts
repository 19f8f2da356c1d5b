import { type Language } from '../rules/rule';
import { type ClientOptions } from './client-options';

/** Docker DX, Container Tools, Docker: each brings language servers for Dockerfiles and for Compose files. */
const docker: readonly string[] = [
  'docker.docker',
  'ms-azuretools.vscode-containers',
  'ms-azuretools.vscode-docker',
];

/** VS Code extensions that complete, explain and rename by themselves. */
const languageServers: Readonly<Record<Language, readonly string[]>> = {
  dockerfile: docker,
  compose: [...docker, 'redhat.vscode-yaml'],
};

/** Whether completion, hover, rename and the like are ours to give for documents of a language. */
export function givesLanguageFeatures(
  { languageFeatures, neighbours }: Pick<ClientOptions, 'languageFeatures' | 'neighbours'>,
  language: Language,
): boolean {
  const wanted = languageFeatures[language];
  if (wanted !== 'auto') return wanted === 'on';
  return !neighbours.some((id) => languageServers[language].includes(id.toLowerCase()));
}
