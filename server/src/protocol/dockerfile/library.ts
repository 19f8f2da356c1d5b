/**
 * The parts of dockerfile-language-service that serve editors, and what is known of their limits. Its main module would
 * bring a client of Docker Hub and a validator along. Loaded when an editor first asks for one of them: to check a file
 * needs none.
 */
export { DockerDefinition } from 'dockerfile-language-service/lib/dockerDefinition';
export { DockerFolding } from 'dockerfile-language-service/lib/dockerFolding';
export { DockerHighlight } from 'dockerfile-language-service/lib/dockerHighlight';
export { DockerHover } from 'dockerfile-language-service/lib/dockerHover';
export { DockerLinks } from 'dockerfile-language-service/lib/dockerLinks';
export { MarkdownDocumentation } from 'dockerfile-language-service/lib/dockerMarkdown';
export { PlainTextDocumentation } from 'dockerfile-language-service/lib/dockerPlainText';
export { DockerRename } from 'dockerfile-language-service/lib/dockerRename';
export { DockerSemanticTokens } from 'dockerfile-language-service/lib/dockerSemanticTokens';
export { DockerSignatures } from 'dockerfile-language-service/lib/dockerSignatures';
export { DockerSymbols } from 'dockerfile-language-service/lib/dockerSymbols';
export { DockerFormatter } from 'dockerfile-utils/lib/dockerFormatter';
export { completionFor } from './completion';
export { safetyOf } from './safety';
