import { instructionsOf } from '../../../dockerfile/walk';
import { uvVersionOfInstaller } from '../../../image/uv';
import { dockerfileRule } from '../../rule';

export const remoteAddUnverified = dockerfileRule({
  id: 'remote-add-unverified',
  summary: 'What ADD fetches from a server must be held to a checksum.',
  severity: 'warning',
  fix: 'none',
  messages: {
    base: 'Whatever the server sends goes into the image unchecked. Say what it must be: `ADD --checksum=sha256:…`.',
  },
  since: '0.1.0',
  check({ dockerfile, report }) {
    for (const add of instructionsOf(dockerfile, 'ADD', { triggers: true })) {
      if (add.flags.some(({ name }) => name === 'checksum')) continue;
      for (const { text, span } of add.sources) if (isDownload(text)) report({ message: 'base', at: span });
    }
  },
});

/**
 * Whether ADD takes it for the address of a file; a Git repository is held by its commit instead. For the installer of uv
 * there is a better way, which the rules on uv tell.
 */
function isDownload(text: string): boolean {
  const url = text.replace(/^["']|["']$/g, '');
  if (uvVersionOfInstaller(url) !== undefined) return false;
  return /^https?:\/\/[^/]/.test(url) && !/\.git(?:$|[#?])/.test(url);
}
