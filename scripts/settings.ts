/**
 * Settings written by hand; `bulwark.rules` is made from the rules. Everything here is shown in the settings editor, in the
 * order that `order` gives within the group that `settingGroups` puts it in.
 */
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
    order: 1,
    markdownDescription:
      'Registries or namespaces that mirror Docker Hardened Images, such as `registry.example.com/dhi`. Images from there count as the same images.',
  },
  'bulwark.trustedRegistries': {
    type: 'array',
    items: { type: 'string' },
    uniqueItems: true,
    default: [],
    scope: 'resource',
    order: 2,
    markdownDescription:
      'Registries that images may come from, such as `docker.io`, `ghcr.io` and `*.example.com`. Images from elsewhere are reported. While the list is empty every registry is trusted.',
  },
  'bulwark.inlayHints.images': {
    type: 'boolean',
    default: false,
    scope: 'resource',
    order: 1,
    markdownDescription:
      'Show behind each `FROM` what is known of its image: variant, user, shell, C library.',
  },
  'bulwark.codeLens.enabled': {
    type: 'boolean',
    default: true,
    scope: 'resource',
    order: 2,
    markdownDescription:
      'Show commands above stages and services that stand on hardened images: debug with an image mount, scan, facts.',
  },
  'bulwark.compose.files': {
    type: 'array',
    items: { type: 'string' },
    default: [],
    scope: 'resource',
    order: 3,
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
    order: 2,
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
    order: 3,
    markdownDescription:
      'Completion, hover, rename, references, outline, folding and links in Compose files. Diagnostics and quick fixes are not affected; formatting is left to extensions for YAML.',
  },
  'bulwark.overlappingFindings': {
    type: 'string',
    enum: ['auto', 'show'],
    enumDescriptions: [
      'A finding that another extension shows at the same place is left to it. What repairs it is offered all the same.',
      'Every finding is shown, also beside the same one of another extension.',
    ],
    default: 'auto',
    scope: 'window',
    order: 1,
    markdownDescription:
      'Findings that hadolint, tally, Docker DX, Container Tools or Red Hat YAML show as well.',
  },
  'bulwark.trace.server': {
    type: 'string',
    enum: ['off', 'messages', 'verbose'],
    enumDescriptions: ['Nothing.', 'Which messages are exchanged.', 'What the messages say.'],
    default: 'off',
    scope: 'window',
    order: 1,
    markdownDescription:
      'Write what the editor and the language server say to each other to the output channel.',
  },
} as const;

interface SettingGroup {
  readonly title: string;
  /** Names of settings. */
  readonly settings: readonly (keyof typeof baseSettings | 'bulwark.rules')[];
}

/** How the settings editor shows them, top to bottom. */
export const settingGroups: readonly SettingGroup[] = [
  { title: 'Findings', settings: ['bulwark.enable', 'bulwark.profile', 'bulwark.rules'] },
  {
    title: 'Images and Projects',
    settings: ['bulwark.hardenedImageMirrors', 'bulwark.trustedRegistries', 'bulwark.compose.files'],
  },
  { title: 'In the Editor', settings: ['bulwark.inlayHints.images', 'bulwark.codeLens.enabled'] },
  {
    title: 'Beside Other Extensions',
    settings: [
      'bulwark.overlappingFindings',
      'bulwark.dockerfile.languageFeatures',
      'bulwark.compose.languageFeatures',
    ],
  },
  { title: 'Troubleshooting', settings: ['bulwark.trace.server'] },
];
