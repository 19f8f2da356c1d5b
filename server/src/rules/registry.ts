import { tlsOffWget } from './dockerfile/transport/tls-off-wget';
import { dhiBuildkitRootless as composeDhiBuildkitRootless } from './compose/isolation/dhi-buildkit-rootless';
import { envFileTracked as composeEnvFileTracked } from './compose/secrets/env-file-tracked';
import { dhiDevInService as composeDhiDevInService } from './compose/images/dhi-dev-in-service';
import { dhiAvailable as composeDhiAvailable } from './compose/images/dhi-available';
import { healthcheckMissing as composeHealthcheckMissing } from './compose/limits/healthcheck-missing';
import { resourceLimitsMissing as composeResourceLimitsMissing } from './compose/limits/resource-limits-missing';
import { secretInUrl as composeSecretInUrl } from './compose/secrets/secret-in-url';
import { sensitiveDevice as composeSensitiveDevice } from './compose/mounts/sensitive-device';
import { sensitiveHostPath as composeSensitiveHostPath } from './compose/mounts/sensitive-host-path';
import { tmpfsExec as composeTmpfsExec } from './compose/runtime/tmpfs-exec';
import { imageEndOfLife as composeImageEndOfLife } from './compose/images/image-end-of-life';
import { imageDigestMissing as composeImageDigestMissing } from './compose/images/image-digest-missing';
import { dhiDockerSocketGroup as composeDhiDockerSocketGroup } from './compose/isolation/dhi-docker-socket-group';
import { hostUserns as composeHostUserns } from './compose/isolation/host-userns';
import { hostUts as composeHostUts } from './compose/isolation/host-uts';
import { dhiFipsMismatch } from './dockerfile/hardened/dhi-fips-mismatch';
import { dhiMixedBases } from './dockerfile/hardened/dhi-mixed-bases';
import { dhiTagUnknown } from './dockerfile/hardened/dhi-tag-unknown';
import { dhiAvailable } from './dockerfile/hardened/dhi-available';
import { dhiNonrootWrite } from './dockerfile/hardened-runtime/dhi-nonroot-write';
import { dhiPathMoved } from './dockerfile/hardened-runtime/dhi-path-moved';
import { dhiEntrypointDiffers } from './dockerfile/hardened-runtime/dhi-entrypoint-differs';
import { runOptionAfterImage as composeRunOptionAfterImage } from './compose/tools/run-option-after-image';
import { dockerCliImage as composeDockerCliImage } from './compose/tools/docker-cli-image';
import { oscapDockerNeedsDev as composeOscapDockerNeedsDev } from './compose/tools/oscap-docker-needs-dev';
import { runOptionAfterImage } from './dockerfile/tools/run-option-after-image';
import { dhiRootUser } from './dockerfile/hardened-runtime/dhi-root-user';
import { dhiPrivilegedPort } from './dockerfile/hardened-runtime/dhi-privileged-port';
import { dhiShellFormCommand } from './dockerfile/hardened-runtime/dhi-shell-form-command';
import { dhiTlsCertificatesRedundant } from './dockerfile/hardened-build/dhi-tls-certificates-redundant';
import { interpreterPathMismatch } from './dockerfile/venv/interpreter-path-mismatch';
import { uvRunInRuntime } from './dockerfile/venv/uv-run-in-runtime';
import { uvVenvNotOnPath } from './dockerfile/venv/uv-venv-not-on-path';
import { uvEditableInRuntime } from './dockerfile/venv/uv-editable-in-runtime';
import { uvVenvMoved } from './dockerfile/venv/uv-venv-moved';
import { uvPythonMissingInRuntime } from './dockerfile/venv/uv-python-missing-in-runtime';
import { fipsForbiddenAlgorithm } from './dockerfile/hardened/fips-forbidden-algorithm';
import { dhiPackageManagerMissing } from './dockerfile/hardened-build/dhi-package-manager-missing';
import { dockerCliImage } from './dockerfile/tools/docker-cli-image';
import { oscapDockerNeedsDev } from './dockerfile/tools/oscap-docker-needs-dev';
import { cargoCacheMountMisplaced } from './dockerfile/rust/cargo-cache-mount-misplaced';
import { cargoNotRelease } from './dockerfile/rust/cargo-not-release';
import { dhiFinalNotRuntime } from './dockerfile/linking/dhi-final-not-runtime';
import { libcMismatch } from './dockerfile/linking/libc-mismatch';
import { staticMissingCerts } from './dockerfile/linking/static-missing-certs';
import { staticDynamicBinary } from './dockerfile/linking/static-dynamic-binary';
import { uvMuslArmPython } from './dockerfile/uv/uv-musl-arm-python';
import { uvToolPath } from './dockerfile/uv/uv-tool-path';
import { uvPipNoSystem } from './dockerfile/uv/uv-pip-no-system';
import { uvVenvInContext } from './dockerfile/uv/uv-venv-in-context';
import { uvIntermediateLayer } from './dockerfile/uv/uv-intermediate-layer';
import { uvCompileBytecode } from './dockerfile/uv/uv-compile-bytecode';
import { uvNoDev } from './dockerfile/uv/uv-no-dev';
import { uvLockMissing } from './dockerfile/uv/uv-lock-missing';
import { uvLockedInWorkspace } from './dockerfile/uv/uv-locked-in-workspace';
import { uvInstallerScript } from './dockerfile/uv/uv-installer-script';
import { stageNameInvalid } from './dockerfile/syntax/stage-name-invalid';
import { shellJsonForm } from './dockerfile/syntax/shell-json-form';
import { healthcheckTypeUnknown } from './dockerfile/syntax/healthcheck-type-unknown';
import { onbuildTriggerInvalid } from './dockerfile/syntax/onbuild-trigger-invalid';
import { unclosedQuote } from './dockerfile/syntax/unclosed-quote';
import { noSourceImage } from './dockerfile/syntax/no-source-image';
import { invalidEscapeDirective } from './dockerfile/syntax/invalid-escape-directive';
import { extraArgument } from './dockerfile/syntax/extra-argument';
import { missingArgument } from './dockerfile/syntax/missing-argument';
import { unclosedHeredoc } from './dockerfile/syntax/unclosed-heredoc';
import { flagValueInvalid } from './dockerfile/syntax/flag-value-invalid';
import { duplicateFlag } from './dockerfile/syntax/duplicate-flag';
import { unknownFlag } from './dockerfile/syntax/unknown-flag';
import { unknownInstruction } from './dockerfile/syntax/unknown-instruction';
import { emptyContinuation } from './dockerfile/syntax/empty-continuation';
import { instructionCasing } from './dockerfile/syntax/instruction-casing';
import { userNotNumeric } from './dockerfile/user/user-not-numeric';
import { userSwitchedToRoot } from './dockerfile/user/user-switched-to-root';
import { userCreatedUnused } from './dockerfile/user/user-created-unused';
import { passwordSet } from './dockerfile/user/password-set';
import { dockerSocketVolume } from './dockerfile/user/docker-socket-volume';
import { useraddNoLogInit } from './dockerfile/user/useradd-no-log-init';
import { setuidAdded } from './dockerfile/user/setuid-added';
import { worldWritable } from './dockerfile/user/world-writable';
import { cleartextHttp } from './dockerfile/transport/cleartext-http';
import { runInsecure } from './dockerfile/transport/run-insecure';
import { runNetworkHost } from './dockerfile/transport/run-network-host';
import { exposeAdminPort } from './dockerfile/network/expose-admin-port';
import { exposeInvalid } from './dockerfile/network/expose-invalid';
import { stopSignal } from './dockerfile/command/stop-signal';
import { healthcheckToolMissing } from './dockerfile/command/healthcheck-tool-missing';
import { healthcheckMissing } from './dockerfile/command/healthcheck-missing';
import { shellLink } from './dockerfile/command/shell-link';
import { pipefail } from './dockerfile/command/pipefail';
import { envSelfReference } from './dockerfile/variables/env-self-reference';
import { legacyKeyValue } from './dockerfile/layers/legacy-key-value';
import { maintainer } from './dockerfile/layers/maintainer';
import { runCd } from './dockerfile/layers/run-cd';
import { workdirSystem } from './dockerfile/layers/workdir-system';
import { cacheMount } from './dockerfile/packages/cache-mount';
import { versionNotPinned } from './dockerfile/packages/version-not-pinned';
import { packageUpgrade } from './dockerfile/packages/package-upgrade';
import { aptCli } from './dockerfile/packages/apt-cli';
import { apkNoCache } from './dockerfile/packages/apk-no-cache';
import { pipNoCache } from './dockerfile/packages/pip-no-cache';
import { yarnCache } from './dockerfile/packages/yarn-cache';
import { npmCache } from './dockerfile/packages/npm-cache';
import { zypperClean } from './dockerfile/packages/zypper-clean';
import { yumClean } from './dockerfile/packages/yum-clean';
import { dnfClean } from './dockerfile/packages/dnf-clean';
import { zypperAssumeYes } from './dockerfile/packages/zypper-assume-yes';
import { yumAssumeYes } from './dockerfile/packages/yum-assume-yes';
import { dnfAssumeYes } from './dockerfile/packages/dnf-assume-yes';
import { buildToolsInFinal } from './dockerfile/stages/build-tools-in-final';
import { copyFromMissingPath } from './dockerfile/stages/copy-from-missing-path';
import { stageCycle } from './dockerfile/stages/stage-cycle';
import { stageUnreachable } from './dockerfile/stages/stage-unreachable';
import { copyWholeStage } from './dockerfile/stages/copy-whole-stage';
import { copyFromIndex } from './dockerfile/stages/copy-from-index';
import { fromAsCasing } from './dockerfile/stages/from-as-casing';
import { stageNameCasing } from './dockerfile/stages/stage-name-casing';
import { stageNameReserved } from './dockerfile/stages/stage-name-reserved';
import { downloadUnverified } from './dockerfile/supply/download-unverified';
import { remoteAddUnverified } from './dockerfile/supply/remote-add-unverified';
import { imageReferenceInvalid } from './dockerfile/images/image-reference-invalid';
import { argDefaultInvalidInFrom } from './dockerfile/images/arg-default-invalid-in-from';
import { platformRedundant } from './dockerfile/images/platform-redundant';
import { platformConstant } from './dockerfile/images/platform-constant';
import { imageEndOfLife } from './dockerfile/images/image-end-of-life';
import { imageUntrustedRegistry } from './dockerfile/images/image-untrusted-registry';
import { imageDigestMissing } from './dockerfile/images/image-digest-missing';
import { copyWithoutChown } from './dockerfile/user/copy-without-chown';
import { entrypointNotExecutable } from './dockerfile/command/entrypoint-not-executable';
import { dependencyLayer } from './dockerfile/layers/dependency-layer';
import { copyIgnored } from './dockerfile/layers/copy-ignored';
import { copyWholeContext } from './dockerfile/layers/copy-whole-context';
import { secretRemovedLater } from './dockerfile/secrets/secret-removed-later';
import { secretFileInContext } from './dockerfile/secrets/secret-file-in-context';
import { secretFileCopied } from './dockerfile/secrets/secret-file-copied';
import { tlsOffUv } from './dockerfile/transport/tls-off-uv';
import { tlsOffPython } from './dockerfile/transport/tls-off-python';
import { tlsOffPip } from './dockerfile/transport/tls-off-pip';
import { tlsOffNpm } from './dockerfile/transport/tls-off-npm';
import { tlsOffNode } from './dockerfile/transport/tls-off-node';
import { tlsOffGit } from './dockerfile/transport/tls-off-git';
import { tlsOffCurl } from './dockerfile/transport/tls-off-curl';
import { tlsOffCargo } from './dockerfile/transport/tls-off-cargo';
import { signatureOffYum } from './dockerfile/transport/signature-off-yum';
import { signatureOffRpm } from './dockerfile/transport/signature-off-rpm';
import { signatureOffApt } from './dockerfile/transport/signature-off-apt';
import { signatureOffApk } from './dockerfile/transport/signature-off-apk';
import { secretValue } from './dockerfile/secrets/secret-value';
import { secretInArgOrEnv } from './dockerfile/secrets/secret-in-arg-or-env';
import { userRoot } from './dockerfile/user/user-root';
import { userUnknownInImage } from './dockerfile/user/user-unknown-in-image';
import { imageTagMissing } from './dockerfile/images/image-tag-missing';
import { imageTagLatest } from './dockerfile/images/image-tag-latest';
import { stageNameDuplicate } from './dockerfile/stages/stage-name-duplicate';
import { copyFromUnknownStage } from './dockerfile/stages/copy-from-unknown-stage';
import { copyFromOwnStage } from './dockerfile/stages/copy-from-own-stage';
import { argUndefinedInFrom } from './dockerfile/variables/arg-undefined-in-from';
import { variableUndefined } from './dockerfile/variables/variable-undefined';
import { dhiPlaceholderTag } from './dockerfile/hardened/dhi-placeholder-tag';
import { dhiDevInFinal } from './dockerfile/hardened/dhi-dev-in-final';
import { dhiRunWithoutShell } from './dockerfile/hardened-build/dhi-run-without-shell';
import { addInsteadOfCopy } from './dockerfile/layers/add-instead-of-copy';
import { copyDestinationSlash } from './dockerfile/layers/copy-destination-slash';
import { workdirRelative } from './dockerfile/layers/workdir-relative';
import { execForm } from './dockerfile/command/exec-form';
import { execFormQuotes } from './dockerfile/command/exec-form-quotes';
import { multipleCmd } from './dockerfile/command/multiple-cmd';
import { multipleEntrypoint } from './dockerfile/command/multiple-entrypoint';
import { multipleHealthcheck } from './dockerfile/command/multiple-healthcheck';
import { aptNoRecommends } from './dockerfile/packages/apt-no-recommends';
import { aptAssumeYes } from './dockerfile/packages/apt-assume-yes';
import { aptListsLeft } from './dockerfile/packages/apt-lists-left';
import { packageUpdateAlone } from './dockerfile/packages/package-update-alone';
import { imageTagLatest as composeImageTagLatest } from './compose/images/image-tag-latest';
import { imageTagMissing as composeImageTagMissing } from './compose/images/image-tag-missing';
import { userRoot as composeUserRoot } from './compose/images/user-root';
import { capAddDangerous as composeCapAddDangerous } from './compose/isolation/cap-add-dangerous';
import { capDropMissing as composeCapDropMissing } from './compose/isolation/cap-drop-missing';
import { dockerSocket as composeDockerSocket } from './compose/isolation/docker-socket';
import { hostIpc as composeHostIpc } from './compose/isolation/host-ipc';
import { hostNetwork as composeHostNetwork } from './compose/isolation/host-network';
import { hostPid as composeHostPid } from './compose/isolation/host-pid';
import { noNewPrivilegesMissing as composeNoNewPrivilegesMissing } from './compose/isolation/no-new-privileges-missing';
import { privileged as composePrivileged } from './compose/isolation/privileged';
import { readOnlyMissing as composeReadOnlyMissing } from './compose/isolation/read-only-missing';
import { securityProfileDisabled as composeSecurityProfileDisabled } from './compose/isolation/security-profile-disabled';
import { portAllInterfaces as composePortAllInterfaces } from './compose/network/port-all-interfaces';
import { portNotQuoted as composePortNotQuoted } from './compose/network/port-not-quoted';
import { secretInEnvironment as composeSecretInEnvironment } from './compose/secrets/secret-in-environment';
import { versionObsolete as composeVersionObsolete } from './compose/syntax/version-obsolete';
import { buildAndImageLatest as composeBuildAndImageLatest } from './compose/images/build-and-image-latest';
import { containerNameDuplicate as composeContainerNameDuplicate } from './compose/references/container-name-duplicate';
import { dependsOnUnhealthy as composeDependsOnUnhealthy } from './compose/references/depends-on-unhealthy';
import { portDuplicate as composePortDuplicate } from './compose/references/port-duplicate';
import { undefinedReference as composeUndefinedReference } from './compose/references/undefined-reference';
import { loggingDisabled as composeLoggingDisabled } from './compose/runtime/logging-disabled';
import { mountPropagationShared as composeMountPropagationShared } from './compose/runtime/mount-propagation-shared';
import { restartUnbounded as composeRestartUnbounded } from './compose/runtime/restart-unbounded';
import { schema as composeSchema } from './compose/schema/schema';
import { interpolationInvalid as composeInterpolationInvalid } from './compose/syntax/interpolation-invalid';
import { watchRebuildLock as composeWatchRebuildLock } from './compose/uv/watch-rebuild-lock';
import { yamlSyntax as composeYamlSyntax } from './compose/syntax/yaml-syntax';
import { bindVenv as composeBindVenv } from './compose/uv/bind-venv';
import { buildTargetUnknown as composeBuildTargetUnknown } from './compose/built/build-target-unknown';
import { buildArgUnused as composeBuildArgUnused } from './compose/built/build-arg-unused';
import { buildDockerfileMissing as composeBuildDockerfileMissing } from './compose/built/build-dockerfile-missing';
import { portNotExposed as composePortNotExposed } from './compose/built/port-not-exposed';
import { portPrivilegedNonroot as composePortPrivilegedNonroot } from './compose/built/port-privileged-nonroot';
import { healthcheckWithoutShell as composeHealthcheckWithoutShell } from './compose/built/healthcheck-without-shell';
import { commandWithoutShell as composeCommandWithoutShell } from './compose/built/command-without-shell';
import { volumeNotWritable as composeVolumeNotWritable } from './compose/built/volume-not-writable';
import { userConflictsImage as composeUserConflictsImage } from './compose/built/user-conflicts-image';
import { secretNotDeclaredInBuild as composeSecretNotDeclaredInBuild } from './compose/built/secret-not-declared-in-build';
import { watchVenv as composeWatchVenv } from './compose/uv/watch-venv';
import { sudo } from './dockerfile/user/sudo';
import { pipeToShell } from './dockerfile/supply/pipe-to-shell';
import { uvImageUnpinned } from './dockerfile/uv/uv-image-unpinned';
import { uvSyncNotLocked } from './dockerfile/uv/uv-sync-not-locked';
import { uvLinkMode } from './dockerfile/uv/uv-link-mode';
import { uvCacheMount } from './dockerfile/uv/uv-cache-mount';
import { cargoNotLocked } from './dockerfile/rust/cargo-not-locked';
import { cargoArtifactInCacheMount } from './dockerfile/rust/cargo-artifact-in-cache-mount';
import { type Rule } from './rule';

/** Every rule, by language, pack and id. `npm run new-rule` adds the line. */
export const rules: readonly Rule[] = [
  composeDhiBuildkitRootless,
  composeEnvFileTracked,
  composeDhiDevInService,
  composeDhiAvailable,
  composeHealthcheckMissing,
  composeResourceLimitsMissing,
  composeSecretInUrl,
  composeSensitiveDevice,
  composeSensitiveHostPath,
  composeTmpfsExec,
  composeImageEndOfLife,
  composeImageDigestMissing,
  composeDhiDockerSocketGroup,
  composeHostUserns,
  composeHostUts,
  dhiFipsMismatch,
  dhiMixedBases,
  dhiTagUnknown,
  dhiAvailable,
  dhiNonrootWrite,
  dhiPathMoved,
  dhiEntrypointDiffers,
  composeRunOptionAfterImage,
  composeDockerCliImage,
  composeOscapDockerNeedsDev,
  runOptionAfterImage,
  dhiRootUser,
  dhiPrivilegedPort,
  dhiShellFormCommand,
  dhiTlsCertificatesRedundant,
  interpreterPathMismatch,
  uvRunInRuntime,
  uvVenvNotOnPath,
  uvEditableInRuntime,
  uvVenvMoved,
  uvPythonMissingInRuntime,
  fipsForbiddenAlgorithm,
  dhiPackageManagerMissing,
  dockerCliImage,
  oscapDockerNeedsDev,
  cargoCacheMountMisplaced,
  cargoNotRelease,
  dhiFinalNotRuntime,
  libcMismatch,
  staticMissingCerts,
  staticDynamicBinary,
  uvMuslArmPython,
  uvToolPath,
  uvPipNoSystem,
  uvVenvInContext,
  uvIntermediateLayer,
  uvCompileBytecode,
  uvNoDev,
  uvLockMissing,
  uvLockedInWorkspace,
  uvInstallerScript,
  stageNameInvalid,
  shellJsonForm,
  healthcheckTypeUnknown,
  onbuildTriggerInvalid,
  unclosedQuote,
  noSourceImage,
  invalidEscapeDirective,
  extraArgument,
  missingArgument,
  unclosedHeredoc,
  flagValueInvalid,
  duplicateFlag,
  unknownFlag,
  unknownInstruction,
  emptyContinuation,
  instructionCasing,
  userNotNumeric,
  userSwitchedToRoot,
  userCreatedUnused,
  passwordSet,
  dockerSocketVolume,
  useraddNoLogInit,
  setuidAdded,
  worldWritable,
  cleartextHttp,
  runInsecure,
  runNetworkHost,
  exposeAdminPort,
  exposeInvalid,
  stopSignal,
  healthcheckToolMissing,
  healthcheckMissing,
  shellLink,
  pipefail,
  envSelfReference,
  legacyKeyValue,
  maintainer,
  runCd,
  workdirSystem,
  cacheMount,
  versionNotPinned,
  packageUpgrade,
  aptCli,
  apkNoCache,
  pipNoCache,
  yarnCache,
  npmCache,
  zypperClean,
  yumClean,
  dnfClean,
  zypperAssumeYes,
  yumAssumeYes,
  dnfAssumeYes,
  buildToolsInFinal,
  copyFromMissingPath,
  stageCycle,
  stageUnreachable,
  copyWholeStage,
  copyFromIndex,
  fromAsCasing,
  stageNameCasing,
  stageNameReserved,
  downloadUnverified,
  remoteAddUnverified,
  imageReferenceInvalid,
  argDefaultInvalidInFrom,
  platformRedundant,
  platformConstant,
  imageEndOfLife,
  imageUntrustedRegistry,
  imageDigestMissing,
  copyWithoutChown,
  entrypointNotExecutable,
  dependencyLayer,
  copyIgnored,
  copyWholeContext,
  secretRemovedLater,
  secretFileInContext,
  secretFileCopied,
  tlsOffWget,
  tlsOffUv,
  tlsOffPython,
  tlsOffPip,
  tlsOffNpm,
  tlsOffNode,
  tlsOffGit,
  tlsOffCurl,
  tlsOffCargo,
  signatureOffYum,
  signatureOffRpm,
  signatureOffApt,
  signatureOffApk,
  secretValue,
  secretInArgOrEnv,
  dhiRunWithoutShell,
  dhiDevInFinal,
  dhiPlaceholderTag,
  variableUndefined,
  argUndefinedInFrom,
  copyFromOwnStage,
  copyFromUnknownStage,
  stageNameDuplicate,
  imageTagLatest,
  imageTagMissing,
  userUnknownInImage,
  userRoot,
  addInsteadOfCopy,
  copyDestinationSlash,
  workdirRelative,
  execForm,
  execFormQuotes,
  multipleCmd,
  multipleEntrypoint,
  multipleHealthcheck,
  aptNoRecommends,
  aptAssumeYes,
  aptListsLeft,
  packageUpdateAlone,
  composeImageTagLatest,
  composeImageTagMissing,
  composeUserRoot,
  composeCapAddDangerous,
  composeCapDropMissing,
  composeDockerSocket,
  composeHostIpc,
  composeHostNetwork,
  composeHostPid,
  composeNoNewPrivilegesMissing,
  composePrivileged,
  composeReadOnlyMissing,
  composeSecurityProfileDisabled,
  composePortAllInterfaces,
  composePortNotQuoted,
  composeSecretInEnvironment,
  composeVersionObsolete,
  composeBuildAndImageLatest,
  composeContainerNameDuplicate,
  composeDependsOnUnhealthy,
  composePortDuplicate,
  composeUndefinedReference,
  composeLoggingDisabled,
  composeMountPropagationShared,
  composeRestartUnbounded,
  composeSchema,
  composeInterpolationInvalid,
  composeWatchRebuildLock,
  composeYamlSyntax,
  composeBindVenv,
  composeWatchVenv,
  composeBuildTargetUnknown,
  composeBuildArgUnused,
  composeBuildDockerfileMissing,
  composePortNotExposed,
  composePortPrivilegedNonroot,
  composeHealthcheckWithoutShell,
  composeCommandWithoutShell,
  composeVolumeNotWritable,
  composeUserConflictsImage,
  composeSecretNotDeclaredInBuild,
  sudo,
  pipeToShell,
  uvImageUnpinned,
  uvSyncNotLocked,
  uvLinkMode,
  uvCacheMount,
  cargoNotLocked,
  cargoArtifactInCacheMount,
];
