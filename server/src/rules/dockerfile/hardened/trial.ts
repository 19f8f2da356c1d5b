import { parseDockerfile } from '../../../dockerfile/parse';
import { applyEdits, type Edit } from '../../../text/edit';
import { Source } from '../../../text/source';
import { type DockerfileRule } from '../../rule';
import { healthcheckToolMissing } from '../command/healthcheck-tool-missing';
import { pipefail } from '../command/pipefail';
import { dhiEntrypointDiffers } from '../hardened-runtime/dhi-entrypoint-differs';
import { dhiNonrootWrite } from '../hardened-runtime/dhi-nonroot-write';
import { dhiPathMoved } from '../hardened-runtime/dhi-path-moved';
import { dhiPrivilegedPort } from '../hardened-runtime/dhi-privileged-port';
import { dhiRootUser } from '../hardened-runtime/dhi-root-user';
import { dhiShellFormCommand } from '../hardened-runtime/dhi-shell-form-command';
import { dhiFinalNotRuntime } from '../linking/dhi-final-not-runtime';
import { libcMismatch } from '../linking/libc-mismatch';
import { staticDynamicBinary } from '../linking/static-dynamic-binary';
import { copyWithoutChown } from '../user/copy-without-chown';
import { userSwitchedToRoot } from '../user/user-switched-to-root';
import { userUnknownInImage } from '../user/user-unknown-in-image';
import { uvPipNoSystem } from '../uv/uv-pip-no-system';
import { interpreterPathMismatch } from '../venv/interpreter-path-mismatch';
import { uvPythonMissingInRuntime } from '../venv/uv-python-missing-in-runtime';
import { uvVenvNotOnPath } from '../venv/uv-venv-not-on-path';
import { dhiDevInFinal } from './dhi-dev-in-final';
import { type Looked } from './replaceable';
import { dhiPackageManagerMissing } from '../hardened-build/dhi-package-manager-missing';
import { dhiRunWithoutShell } from '../hardened-build/dhi-run-without-shell';
import { dhiTlsCertificatesRedundant } from '../hardened-build/dhi-tls-certificates-redundant';

/** Rules on what a hardened image leaves out or has elsewhere, and on what its user may do. */
const judges: readonly DockerfileRule[] = [
  dhiRunWithoutShell,
  dhiPackageManagerMissing,
  dhiShellFormCommand,
  dhiEntrypointDiffers,
  dhiPathMoved,
  dhiPrivilegedPort,
  dhiRootUser,
  dhiNonrootWrite,
  dhiDevInFinal,
  dhiFinalNotRuntime,
  dhiTlsCertificatesRedundant,
  healthcheckToolMissing,
  pipefail,
  libcMismatch,
  staticDynamicBinary,
  interpreterPathMismatch,
  uvPythonMissingInRuntime,
  uvVenvNotOnPath,
  uvPipNoSystem,
  userUnknownInImage,
  userSwitchedToRoot,
  copyWithoutChown,
];

/**
 * Whether a file that stands on other images after some edits is as good as before: nothing in it waits for a shell, a
 * path, a user or a package manager that the new images do not have. The file is read once more for it.
 */
export function holdsAfter(context: Looked, edits: readonly Edit[]): boolean {
  const { source, options } = context;
  const text = new Source(applyEdits(source.text, edits));
  const after = parseDockerfile(text, {
    shippedTargets: context.context.targets,
    hardenedImageMirrors: options.hardenedImageMirrors,
  });
  const next = { ...context, dockerfile: after, source: text };
  return judges.every((rule) => {
    const faults = faultsOf(rule, next);
    return faults === 0 || faults <= faultsOf(rule, context);
  });
}

function faultsOf(rule: DockerfileRule, context: Looked): number {
  let count = 0;
  rule.check({ ...context, report: () => count++ });
  return count;
}
