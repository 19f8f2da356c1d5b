import { instructionsOf } from '../../../dockerfile/walk';
import { HintedPattern } from '../../../text/hinted-pattern';
import { type Span } from '../../../text/span';
import { dockerfileRule } from '../../rule';

export const dockerSocketVolume = dockerfileRule({
  id: 'docker-socket-volume',
  summary: "An image must not ask for the engine's socket.",
  severity: 'warning',
  fix: 'none',
  messages: {
    base: 'Whoever can write to this socket is root on the host. An image that names it as a volume invites people to hand it over.',
    mount: 'A build that gets this socket commands the engine that builds it, and with it the host.',
  },
  since: '0.1.0',
  mentions: ['.sock'],
  check({ dockerfile, report }) {
    for (const { json, args } of instructionsOf(dockerfile, 'VOLUME', { triggers: true })) {
      const words: readonly { readonly text: string; readonly span: Span }[] =
        json?.items.map(({ value, span }) => ({ text: value, span })) ?? args;
      for (const { text, span } of words) if (socket.test(text)) report({ message: 'base', at: span });
    }
    for (const { mounts } of instructionsOf(dockerfile, 'RUN', { triggers: true }))
      for (const mount of mounts) {
        const named = mount.options.find(({ value }) => socket.test(value));
        if (named !== undefined) report({ message: 'mount', at: named.span });
      }
  },
});

const socket = new HintedPattern(/\/(?:docker|podman|containerd)\.sock["']?$/, '.sock');
