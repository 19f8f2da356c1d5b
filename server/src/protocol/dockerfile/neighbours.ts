import { type ClientOptions } from '../client-options';

/** VS Code extensions that bring a Dockerfile language server of their own: Docker DX, Container Tools, Docker. */
const languageServers: readonly string[] = [
  'docker.docker',
  'ms-azuretools.vscode-containers',
  'ms-azuretools.vscode-docker',
];

/** Whether completion, hover, formatting and the like are ours to give. */
export function givesLanguageFeatures({ languageFeatures, neighbours }: ClientOptions): boolean {
  if (languageFeatures !== 'auto') return languageFeatures === 'on';
  return !neighbours.some((id) => languageServers.includes(id.toLowerCase()));
}
