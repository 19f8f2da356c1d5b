import { buildArgUnused } from './compose/built/build-arg-unused';
import { buildDockerfileMissing } from './compose/built/build-dockerfile-missing';
import { buildTargetUnknown } from './compose/built/build-target-unknown';
import { commandWithoutShell } from './compose/built/command-without-shell';
import { healthcheckWithoutShell } from './compose/built/healthcheck-without-shell';
import { portNotExposed } from './compose/built/port-not-exposed';
import { portPrivilegedNonroot } from './compose/built/port-privileged-nonroot';
import { secretNotDeclaredInBuild } from './compose/built/secret-not-declared-in-build';
import { userConflictsImage } from './compose/built/user-conflicts-image';
import { volumeNotWritable } from './compose/built/volume-not-writable';
import { buildAndImageLatest } from './compose/images/build-and-image-latest';
import { dhiAvailable } from './compose/images/dhi-available';
import { dhiDevInService } from './compose/images/dhi-dev-in-service';
import { imageDigestMissing } from './compose/images/image-digest-missing';
import { imageEndOfLife } from './compose/images/image-end-of-life';
import { imageTagLatest } from './compose/images/image-tag-latest';
import { imageTagMissing } from './compose/images/image-tag-missing';
import { userRoot } from './compose/images/user-root';
import { capAddDangerous } from './compose/isolation/cap-add-dangerous';
import { capDropMissing } from './compose/isolation/cap-drop-missing';
import { dhiBuildkitRootless } from './compose/isolation/dhi-buildkit-rootless';
import { dhiDockerSocketGroup } from './compose/isolation/dhi-docker-socket-group';
import { dockerSocket } from './compose/isolation/docker-socket';
import { hostIpc } from './compose/isolation/host-ipc';
import { hostNetwork } from './compose/isolation/host-network';
import { hostPid } from './compose/isolation/host-pid';
import { hostUserns } from './compose/isolation/host-userns';
import { hostUts } from './compose/isolation/host-uts';
import { noNewPrivilegesMissing } from './compose/isolation/no-new-privileges-missing';
import { privileged } from './compose/isolation/privileged';
import { readOnlyMissing } from './compose/isolation/read-only-missing';
import { securityProfileDisabled } from './compose/isolation/security-profile-disabled';
import { healthcheckMissing } from './compose/limits/healthcheck-missing';
import { resourceLimitsMissing } from './compose/limits/resource-limits-missing';
import { sensitiveDevice } from './compose/mounts/sensitive-device';
import { sensitiveHostPath } from './compose/mounts/sensitive-host-path';
import { portAllInterfaces } from './compose/network/port-all-interfaces';
import { portNotQuoted } from './compose/network/port-not-quoted';
import { containerNameDuplicate } from './compose/references/container-name-duplicate';
import { dependsOnUnhealthy } from './compose/references/depends-on-unhealthy';
import { portDuplicate } from './compose/references/port-duplicate';
import { undefinedReference } from './compose/references/undefined-reference';
import { loggingDisabled } from './compose/runtime/logging-disabled';
import { mountPropagationShared } from './compose/runtime/mount-propagation-shared';
import { restartUnbounded } from './compose/runtime/restart-unbounded';
import { tmpfsExec } from './compose/runtime/tmpfs-exec';
import { schema } from './compose/schema/schema';
import { envFileTracked } from './compose/secrets/env-file-tracked';
import { secretInEnvironment } from './compose/secrets/secret-in-environment';
import { secretInUrl } from './compose/secrets/secret-in-url';
import { interpolationInvalid } from './compose/syntax/interpolation-invalid';
import { versionObsolete } from './compose/syntax/version-obsolete';
import { yamlSyntax } from './compose/syntax/yaml-syntax';
import { dockerCliImage } from './compose/tools/docker-cli-image';
import { oscapDockerNeedsDev } from './compose/tools/oscap-docker-needs-dev';
import { runOptionAfterImage } from './compose/tools/run-option-after-image';
import { bindVenv } from './compose/uv/bind-venv';
import { watchRebuildLock } from './compose/uv/watch-rebuild-lock';
import { watchVenv } from './compose/uv/watch-venv';
import { type ComposeRule } from './rule';

/** Every rule about Compose files, by pack and id. `npm run new-rule` adds the line. */
export const composeRules: readonly ComposeRule[] = [
  buildArgUnused,
  buildDockerfileMissing,
  buildTargetUnknown,
  commandWithoutShell,
  healthcheckWithoutShell,
  portNotExposed,
  portPrivilegedNonroot,
  secretNotDeclaredInBuild,
  userConflictsImage,
  volumeNotWritable,
  buildAndImageLatest,
  dhiAvailable,
  dhiDevInService,
  imageDigestMissing,
  imageEndOfLife,
  imageTagLatest,
  imageTagMissing,
  userRoot,
  capAddDangerous,
  capDropMissing,
  dhiBuildkitRootless,
  dhiDockerSocketGroup,
  dockerSocket,
  hostIpc,
  hostNetwork,
  hostPid,
  hostUserns,
  hostUts,
  noNewPrivilegesMissing,
  privileged,
  readOnlyMissing,
  securityProfileDisabled,
  healthcheckMissing,
  resourceLimitsMissing,
  sensitiveDevice,
  sensitiveHostPath,
  portAllInterfaces,
  portNotQuoted,
  containerNameDuplicate,
  dependsOnUnhealthy,
  portDuplicate,
  undefinedReference,
  loggingDisabled,
  mountPropagationShared,
  restartUnbounded,
  tmpfsExec,
  schema,
  envFileTracked,
  secretInEnvironment,
  secretInUrl,
  interpolationInvalid,
  versionObsolete,
  yamlSyntax,
  dockerCliImage,
  oscapDockerNeedsDev,
  runOptionAfterImage,
  bindVenv,
  watchRebuildLock,
  watchVenv,
];
