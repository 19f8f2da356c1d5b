/** Settings written by hand; `bulwark.rules` is made from the rules. Everything here is shown in the settings editor. */
export const baseSettings = {
  'bulwark.enable': {
    type: 'boolean',
    default: true,
    scope: 'resource',
    order: 1,
    markdownDescription: 'Check Dockerfiles and Compose files.',
  },
  'bulwark.profile': {
    type: 'string',
    enum: ['minimal', 'recommended', 'strict'],
    enumDescriptions: [
      'Errors only: what does not build, does not start, or hands over the host.',
      'What weakens an image or a service, and advice that nearly everybody should follow.',
      'Everything, such as pinning by digest and a health check for each image.',
    ],
    default: 'recommended',
    scope: 'resource',
    order: 2,
    markdownDescription: 'How much is asked for. Single rules can be set in `#bulwark.rules#`.',
  },
  'bulwark.hardenedImageMirrors': {
    type: 'array',
    items: { type: 'string' },
    uniqueItems: true,
    default: [],
    scope: 'resource',
    order: 4,
    markdownDescription:
      'Registries or namespaces that mirror Docker Hardened Images, such as `registry.example.com/dhi`. Images from there count as the same images.',
  },
  'bulwark.trustedRegistries': {
    type: 'array',
    items: { type: 'string' },
    uniqueItems: true,
    default: [],
    scope: 'resource',
    order: 5,
    markdownDescription:
      'Registries that images may come from, such as `docker.io`, `ghcr.io` and `*.example.com`. Images from elsewhere are reported. While the list is empty every registry is trusted.',
  },
  'bulwark.inlayHints.images': {
    type: 'boolean',
    default: false,
    scope: 'resource',
    order: 6,
    markdownDescription:
      'Show behind each `FROM` what is known of its image: variant, user, shell, C library.',
  },
  'bulwark.codeLens.enabled': {
    type: 'boolean',
    default: true,
    scope: 'resource',
    order: 7,
    markdownDescription:
      'Show commands above stages and services that stand on hardened images: debug with an image mount, scan, facts.',
  },
  'bulwark.compose.files': {
    type: 'array',
    items: { type: 'string' },
    default: [],
    scope: 'resource',
    order: 10,
    markdownDescription:
      'Compose files that belong together, in the order in which `docker compose -f` is given them, relative to the workspace folder. While the list is empty they are found as Compose finds them: `COMPOSE_FILE` in `.env`, else `compose.yaml` and its override file.',
  },
  'bulwark.dockerfile.languageFeatures': {
    type: 'string',
    enum: ['auto', 'on', 'off'],
    enumDescriptions: [
      'Unless Docker DX, Container Tools or the Docker extension is installed, which give the same.',
      'Always.',
      'Never.',
    ],
    default: 'auto',
    scope: 'window',
    order: 8,
    markdownDescription:
      'Completion, hover, signature help, rename, formatting, folding and links in Dockerfiles. Diagnostics and quick fixes are not affected.',
  },
  'bulwark.compose.languageFeatures': {
    type: 'string',
    enum: ['auto', 'on', 'off'],
    enumDescriptions: [
      'Unless Docker DX, Container Tools, the Docker extension or Red Hat YAML is installed, which give the same.',
      'Always.',
      'Never.',
    ],
    default: 'auto',
    scope: 'window',
    order: 11,
    markdownDescription:
      'Completion, hover, rename, references, outline, folding and links in Compose files. Diagnostics and quick fixes are not affected; formatting is left to extensions for YAML.',
  },
  'bulwark.trace.server': {
    type: 'string',
    enum: ['off', 'messages', 'verbose'],
    enumDescriptions: ['Nothing.', 'Which messages are exchanged.', 'What the messages say.'],
    default: 'off',
    scope: 'window',
    order: 9,
    markdownDescription:
      'Write what the editor and the language server say to each other to the output channel.',
  },
} as const;
