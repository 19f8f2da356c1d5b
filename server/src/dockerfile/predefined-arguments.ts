/**
 * ARGs of the platform. They are in scope of every FROM, and of a stage only where it declares them.
 * @see https://docs.docker.com/reference/dockerfile/#automatic-platform-args-in-the-global-scope
 */
export const PLATFORM_ARGUMENTS: ReadonlySet<string> = new Set([
  'TARGETPLATFORM',
  'TARGETOS',
  'TARGETARCH',
  'TARGETVARIANT',
  'TARGETOSVERSION',
  'TARGETSTAGE',
  'BUILDPLATFORM',
  'BUILDOS',
  'BUILDARCH',
  'BUILDVARIANT',
  'BUILDOSVERSION',
]);

const PROXIES = ['HTTP_PROXY', 'HTTPS_PROXY', 'FTP_PROXY', 'NO_PROXY', 'ALL_PROXY'];

/**
 * ARGs that a build may be given without any declaration.
 * @see https://docs.docker.com/reference/dockerfile/#predefined-args
 */
export const PROXY_ARGUMENTS: ReadonlySet<string> = new Set([
  ...PROXIES,
  ...PROXIES.map((name) => name.toLowerCase()),
]);

/**
 * ARGs that BuildKit itself reads where they are declared.
 * @see https://docs.docker.com/reference/dockerfile/#buildkit-built-in-build-args
 */
export const BUILDKIT_ARGUMENTS: ReadonlySet<string> = new Set([
  'BUILDKIT_BUILD_NAME',
  'BUILDKIT_CACHE_MOUNT_NS',
  'BUILDKIT_CONTEXT_KEEP_GIT_DIR',
  'BUILDKIT_DOCKERFILE_CHECK',
  'BUILDKIT_HISTORY_PROVENANCE_V1',
  'BUILDKIT_INLINE_CACHE',
  'BUILDKIT_MULTI_PLATFORM',
  'BUILDKIT_SANDBOX_HOSTNAME',
  'BUILDKIT_SBOM_SCAN_CONTEXT',
  'BUILDKIT_SBOM_SCAN_STAGE',
  'BUILDKIT_SYNTAX',
  'SOURCE_DATE_EPOCH',
]);

/** All that a build may hold without the file giving it a value. */
export const PREDEFINED_ARGUMENTS: ReadonlySet<string> = new Set([
  ...PLATFORM_ARGUMENTS,
  ...PROXY_ARGUMENTS,
  ...BUILDKIT_ARGUMENTS,
]);
