import { apk } from './apk';
import { apt, aptitude } from './apt';
import { bundle, cargo, composer, gem, go } from './languages';
import { type PackageManager } from './manager';
import { bun, npm, pnpm, yarn } from './node';
import { conda, pip, pipx, poetry, uv } from './python';
import { dnf, microdnf, yum, zypper } from './rpm';

/** Every package manager that is understood. One more is one more entry. */
export const packageManagers: readonly PackageManager[] = [
  ...[apt, aptitude, apk, dnf, yum, microdnf, zypper],
  ...[pip, pipx, uv, poetry, conda],
  ...[npm, yarn, pnpm, bun],
  ...[gem, bundle, go, cargo, composer],
];
