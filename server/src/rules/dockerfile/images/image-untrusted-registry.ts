import { type ImageReference } from '../../../image/reference';
import { type Span } from '../../../text/span';
import { dockerfileRule } from '../../rule';
import { allImageUses, type ImageUse } from './image-uses';

export const imageUntrustedRegistry = dockerfileRule({
  id: 'image-untrusted-registry',
  summary: 'An image must come from a registry that the setting `trustedRegistries` names.',
  severity: 'warning',
  fix: 'none',
  messages: {
    base: '{registry} is none of the registries that this project trusts: {trusted}.',
    hub: 'An image without a registry comes from docker.io, which is none of those that this project trusts: {trusted}.',
  },
  sameAs: { hadolint: ['DL3026'] },
  options: {
    trustedRegistries:
      'Registries that images may come from: `docker.io`, `ghcr.io/team`, `*.example.com`. While the list is empty every registry is trusted.',
  },
  since: '0.1.0',
  check({ dockerfile, context, options, report }) {
    const trusted = options.trustedRegistries.map((each) => each.trim().toLowerCase()).filter(Boolean);
    if (trusted.length === 0) return;
    for (const use of allImageUses(dockerfile, context.namedContexts)) {
      const registry = registryOf(use.image);
      if (trusted.some((pattern) => matches(use.image, registry, pattern))) continue;
      report({
        message: use.image.registry === undefined ? 'hub' : 'base',
        at: registrySpan(use),
        data: { registry, trusted: trusted.join(', ') },
      });
    }
  },
});

function registryOf({ repository }: ImageReference): string {
  return repository.slice(0, repository.indexOf('/'));
}

/** `ghcr.io`, `ghcr.io/team`, `*.example.com` for every host below it, `*` for all. */
function matches({ repository }: ImageReference, registry: string, pattern: string): boolean {
  if (pattern === '*') return true;
  if (pattern.startsWith('*.')) return registry.endsWith(pattern.slice(1));
  const prefix = pattern.replace(/\/+$/, '');
  return registry === prefix || (prefix.includes('/') && repository.startsWith(`${prefix}/`));
}

/** The registry where it is written, else the name. */
function registrySpan({ image, span, verbatim }: ImageUse): Span {
  if (!verbatim) return span;
  const { length } = image.registry ?? image.name;
  return { start: span.start, end: span.start + length };
}
