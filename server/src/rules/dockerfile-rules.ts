import { entrypointNotExecutable } from './dockerfile/command/entrypoint-not-executable';
import { execForm } from './dockerfile/command/exec-form';
import { execFormQuotes } from './dockerfile/command/exec-form-quotes';
import { healthcheckMissing } from './dockerfile/command/healthcheck-missing';
import { healthcheckToolMissing } from './dockerfile/command/healthcheck-tool-missing';
import { multipleCmd } from './dockerfile/command/multiple-cmd';
import { multipleEntrypoint } from './dockerfile/command/multiple-entrypoint';
import { multipleHealthcheck } from './dockerfile/command/multiple-healthcheck';
import { pipefail } from './dockerfile/command/pipefail';
import { shellLink } from './dockerfile/command/shell-link';
import { stopSignal } from './dockerfile/command/stop-signal';
import { dhiPackageManagerMissing } from './dockerfile/hardened-build/dhi-package-manager-missing';
import { dhiRunWithoutShell } from './dockerfile/hardened-build/dhi-run-without-shell';
import { dhiTlsCertificatesRedundant } from './dockerfile/hardened-build/dhi-tls-certificates-redundant';
import { dhiEntrypointDiffers } from './dockerfile/hardened-runtime/dhi-entrypoint-differs';
import { dhiNonrootWrite } from './dockerfile/hardened-runtime/dhi-nonroot-write';
import { dhiPathMoved } from './dockerfile/hardened-runtime/dhi-path-moved';
import { dhiPrivilegedPort } from './dockerfile/hardened-runtime/dhi-privileged-port';
import { dhiRootUser } from './dockerfile/hardened-runtime/dhi-root-user';
import { dhiShellFormCommand } from './dockerfile/hardened-runtime/dhi-shell-form-command';
import { dhiAvailable } from './dockerfile/hardened/dhi-available';
import { dhiDevInFinal } from './dockerfile/hardened/dhi-dev-in-final';
import { dhiFipsMismatch } from './dockerfile/hardened/dhi-fips-mismatch';
import { dhiMixedBases } from './dockerfile/hardened/dhi-mixed-bases';
import { dhiPlaceholderTag } from './dockerfile/hardened/dhi-placeholder-tag';
import { dhiTagUnknown } from './dockerfile/hardened/dhi-tag-unknown';
import { fipsForbiddenAlgorithm } from './dockerfile/hardened/fips-forbidden-algorithm';
import { argDefaultInvalidInFrom } from './dockerfile/images/arg-default-invalid-in-from';
import { imageDigestMissing } from './dockerfile/images/image-digest-missing';
import { imageEndOfLife } from './dockerfile/images/image-end-of-life';
import { imageReferenceInvalid } from './dockerfile/images/image-reference-invalid';
import { imageTagLatest } from './dockerfile/images/image-tag-latest';
import { imageTagMissing } from './dockerfile/images/image-tag-missing';
import { imageUntrustedRegistry } from './dockerfile/images/image-untrusted-registry';
import { platformConstant } from './dockerfile/images/platform-constant';
import { platformRedundant } from './dockerfile/images/platform-redundant';
import { addInsteadOfCopy } from './dockerfile/layers/add-instead-of-copy';
import { copyDestinationSlash } from './dockerfile/layers/copy-destination-slash';
import { copyIgnored } from './dockerfile/layers/copy-ignored';
import { copyWholeContext } from './dockerfile/layers/copy-whole-context';
import { dependencyLayer } from './dockerfile/layers/dependency-layer';
import { legacyKeyValue } from './dockerfile/layers/legacy-key-value';
import { maintainer } from './dockerfile/layers/maintainer';
import { runCd } from './dockerfile/layers/run-cd';
import { workdirRelative } from './dockerfile/layers/workdir-relative';
import { workdirSystem } from './dockerfile/layers/workdir-system';
import { dhiFinalNotRuntime } from './dockerfile/linking/dhi-final-not-runtime';
import { libcMismatch } from './dockerfile/linking/libc-mismatch';
import { staticDynamicBinary } from './dockerfile/linking/static-dynamic-binary';
import { staticMissingCerts } from './dockerfile/linking/static-missing-certs';
import { exposeAdminPort } from './dockerfile/network/expose-admin-port';
import { exposeInvalid } from './dockerfile/network/expose-invalid';
import { apkNoCache } from './dockerfile/packages/apk-no-cache';
import { aptAssumeYes } from './dockerfile/packages/apt-assume-yes';
import { aptCli } from './dockerfile/packages/apt-cli';
import { aptListsLeft } from './dockerfile/packages/apt-lists-left';
import { aptNoRecommends } from './dockerfile/packages/apt-no-recommends';
import { cacheMount } from './dockerfile/packages/cache-mount';
import { dnfAssumeYes } from './dockerfile/packages/dnf-assume-yes';
import { dnfClean } from './dockerfile/packages/dnf-clean';
import { npmCache } from './dockerfile/packages/npm-cache';
import { packageUpdateAlone } from './dockerfile/packages/package-update-alone';
import { packageUpgrade } from './dockerfile/packages/package-upgrade';
import { pipNoCache } from './dockerfile/packages/pip-no-cache';
import { versionNotPinned } from './dockerfile/packages/version-not-pinned';
import { yarnCache } from './dockerfile/packages/yarn-cache';
import { yumAssumeYes } from './dockerfile/packages/yum-assume-yes';
import { yumClean } from './dockerfile/packages/yum-clean';
import { zypperAssumeYes } from './dockerfile/packages/zypper-assume-yes';
import { zypperClean } from './dockerfile/packages/zypper-clean';
import { cargoArtifactInCacheMount } from './dockerfile/rust/cargo-artifact-in-cache-mount';
import { cargoCacheMountMisplaced } from './dockerfile/rust/cargo-cache-mount-misplaced';
import { cargoNotLocked } from './dockerfile/rust/cargo-not-locked';
import { cargoNotRelease } from './dockerfile/rust/cargo-not-release';
import { secretFileCopied } from './dockerfile/secrets/secret-file-copied';
import { secretFileInContext } from './dockerfile/secrets/secret-file-in-context';
import { secretInArgOrEnv } from './dockerfile/secrets/secret-in-arg-or-env';
import { secretRemovedLater } from './dockerfile/secrets/secret-removed-later';
import { secretValue } from './dockerfile/secrets/secret-value';
import { buildToolsInFinal } from './dockerfile/stages/build-tools-in-final';
import { copyFromIndex } from './dockerfile/stages/copy-from-index';
import { copyFromMissingPath } from './dockerfile/stages/copy-from-missing-path';
import { copyFromOwnStage } from './dockerfile/stages/copy-from-own-stage';
import { copyFromUnknownStage } from './dockerfile/stages/copy-from-unknown-stage';
import { copyWholeStage } from './dockerfile/stages/copy-whole-stage';
import { fromAsCasing } from './dockerfile/stages/from-as-casing';
import { stageCycle } from './dockerfile/stages/stage-cycle';
import { stageNameCasing } from './dockerfile/stages/stage-name-casing';
import { stageNameDuplicate } from './dockerfile/stages/stage-name-duplicate';
import { stageNameReserved } from './dockerfile/stages/stage-name-reserved';
import { stageUnreachable } from './dockerfile/stages/stage-unreachable';
import { downloadUnverified } from './dockerfile/supply/download-unverified';
import { pipeToShell } from './dockerfile/supply/pipe-to-shell';
import { remoteAddUnverified } from './dockerfile/supply/remote-add-unverified';
import { duplicateFlag } from './dockerfile/syntax/duplicate-flag';
import { emptyContinuation } from './dockerfile/syntax/empty-continuation';
import { extraArgument } from './dockerfile/syntax/extra-argument';
import { flagValueInvalid } from './dockerfile/syntax/flag-value-invalid';
import { healthcheckTypeUnknown } from './dockerfile/syntax/healthcheck-type-unknown';
import { instructionCasing } from './dockerfile/syntax/instruction-casing';
import { invalidEscapeDirective } from './dockerfile/syntax/invalid-escape-directive';
import { missingArgument } from './dockerfile/syntax/missing-argument';
import { noSourceImage } from './dockerfile/syntax/no-source-image';
import { onbuildTriggerInvalid } from './dockerfile/syntax/onbuild-trigger-invalid';
import { shellJsonForm } from './dockerfile/syntax/shell-json-form';
import { stageNameInvalid } from './dockerfile/syntax/stage-name-invalid';
import { unclosedHeredoc } from './dockerfile/syntax/unclosed-heredoc';
import { unclosedQuote } from './dockerfile/syntax/unclosed-quote';
import { unknownFlag } from './dockerfile/syntax/unknown-flag';
import { unknownInstruction } from './dockerfile/syntax/unknown-instruction';
import { dockerCliImage } from './dockerfile/tools/docker-cli-image';
import { oscapDockerNeedsDev } from './dockerfile/tools/oscap-docker-needs-dev';
import { runOptionAfterImage } from './dockerfile/tools/run-option-after-image';
import { cleartextHttp } from './dockerfile/transport/cleartext-http';
import { runInsecure } from './dockerfile/transport/run-insecure';
import { runNetworkHost } from './dockerfile/transport/run-network-host';
import { signatureOffApk } from './dockerfile/transport/signature-off-apk';
import { signatureOffApt } from './dockerfile/transport/signature-off-apt';
import { signatureOffRpm } from './dockerfile/transport/signature-off-rpm';
import { signatureOffYum } from './dockerfile/transport/signature-off-yum';
import { tlsOffCargo } from './dockerfile/transport/tls-off-cargo';
import { tlsOffCurl } from './dockerfile/transport/tls-off-curl';
import { tlsOffGit } from './dockerfile/transport/tls-off-git';
import { tlsOffNode } from './dockerfile/transport/tls-off-node';
import { tlsOffNpm } from './dockerfile/transport/tls-off-npm';
import { tlsOffPip } from './dockerfile/transport/tls-off-pip';
import { tlsOffPython } from './dockerfile/transport/tls-off-python';
import { tlsOffUv } from './dockerfile/transport/tls-off-uv';
import { tlsOffWget } from './dockerfile/transport/tls-off-wget';
import { copyWithoutChown } from './dockerfile/user/copy-without-chown';
import { dockerSocketVolume } from './dockerfile/user/docker-socket-volume';
import { passwordSet } from './dockerfile/user/password-set';
import { setuidAdded } from './dockerfile/user/setuid-added';
import { sudo } from './dockerfile/user/sudo';
import { userCreatedUnused } from './dockerfile/user/user-created-unused';
import { userNotNumeric } from './dockerfile/user/user-not-numeric';
import { userRoot } from './dockerfile/user/user-root';
import { userSwitchedToRoot } from './dockerfile/user/user-switched-to-root';
import { userUnknownInImage } from './dockerfile/user/user-unknown-in-image';
import { useraddNoLogInit } from './dockerfile/user/useradd-no-log-init';
import { worldWritable } from './dockerfile/user/world-writable';
import { uvCacheMount } from './dockerfile/uv/uv-cache-mount';
import { uvCompileBytecode } from './dockerfile/uv/uv-compile-bytecode';
import { uvImageUnpinned } from './dockerfile/uv/uv-image-unpinned';
import { uvInstallerScript } from './dockerfile/uv/uv-installer-script';
import { uvIntermediateLayer } from './dockerfile/uv/uv-intermediate-layer';
import { uvLinkMode } from './dockerfile/uv/uv-link-mode';
import { uvLockMissing } from './dockerfile/uv/uv-lock-missing';
import { uvLockedInWorkspace } from './dockerfile/uv/uv-locked-in-workspace';
import { uvMuslArmPython } from './dockerfile/uv/uv-musl-arm-python';
import { uvNoDev } from './dockerfile/uv/uv-no-dev';
import { uvPipNoSystem } from './dockerfile/uv/uv-pip-no-system';
import { uvSyncNotLocked } from './dockerfile/uv/uv-sync-not-locked';
import { uvToolPath } from './dockerfile/uv/uv-tool-path';
import { uvVenvInContext } from './dockerfile/uv/uv-venv-in-context';
import { argUndefinedInFrom } from './dockerfile/variables/arg-undefined-in-from';
import { envSelfReference } from './dockerfile/variables/env-self-reference';
import { variableUndefined } from './dockerfile/variables/variable-undefined';
import { interpreterPathMismatch } from './dockerfile/venv/interpreter-path-mismatch';
import { uvEditableInRuntime } from './dockerfile/venv/uv-editable-in-runtime';
import { uvPythonMissingInRuntime } from './dockerfile/venv/uv-python-missing-in-runtime';
import { uvRunInRuntime } from './dockerfile/venv/uv-run-in-runtime';
import { uvVenvMoved } from './dockerfile/venv/uv-venv-moved';
import { uvVenvNotOnPath } from './dockerfile/venv/uv-venv-not-on-path';
import { type DockerfileRule } from './rule';

/** Every rule about Dockerfiles, by pack and id. `npm run new-rule` adds the line. */
export const dockerfileRules: readonly DockerfileRule[] = [
  entrypointNotExecutable,
  execForm,
  execFormQuotes,
  healthcheckMissing,
  healthcheckToolMissing,
  multipleCmd,
  multipleEntrypoint,
  multipleHealthcheck,
  pipefail,
  shellLink,
  stopSignal,
  dhiPackageManagerMissing,
  dhiRunWithoutShell,
  dhiTlsCertificatesRedundant,
  dhiEntrypointDiffers,
  dhiNonrootWrite,
  dhiPathMoved,
  dhiPrivilegedPort,
  dhiRootUser,
  dhiShellFormCommand,
  dhiAvailable,
  dhiDevInFinal,
  dhiFipsMismatch,
  dhiMixedBases,
  dhiPlaceholderTag,
  dhiTagUnknown,
  fipsForbiddenAlgorithm,
  argDefaultInvalidInFrom,
  imageDigestMissing,
  imageEndOfLife,
  imageReferenceInvalid,
  imageTagLatest,
  imageTagMissing,
  imageUntrustedRegistry,
  platformConstant,
  platformRedundant,
  addInsteadOfCopy,
  copyDestinationSlash,
  copyIgnored,
  copyWholeContext,
  dependencyLayer,
  legacyKeyValue,
  maintainer,
  runCd,
  workdirRelative,
  workdirSystem,
  dhiFinalNotRuntime,
  libcMismatch,
  staticDynamicBinary,
  staticMissingCerts,
  exposeAdminPort,
  exposeInvalid,
  apkNoCache,
  aptAssumeYes,
  aptCli,
  aptListsLeft,
  aptNoRecommends,
  cacheMount,
  dnfAssumeYes,
  dnfClean,
  npmCache,
  packageUpdateAlone,
  packageUpgrade,
  pipNoCache,
  versionNotPinned,
  yarnCache,
  yumAssumeYes,
  yumClean,
  zypperAssumeYes,
  zypperClean,
  cargoArtifactInCacheMount,
  cargoCacheMountMisplaced,
  cargoNotLocked,
  cargoNotRelease,
  secretFileCopied,
  secretFileInContext,
  secretInArgOrEnv,
  secretRemovedLater,
  secretValue,
  buildToolsInFinal,
  copyFromIndex,
  copyFromMissingPath,
  copyFromOwnStage,
  copyFromUnknownStage,
  copyWholeStage,
  fromAsCasing,
  stageCycle,
  stageNameCasing,
  stageNameDuplicate,
  stageNameReserved,
  stageUnreachable,
  downloadUnverified,
  pipeToShell,
  remoteAddUnverified,
  duplicateFlag,
  emptyContinuation,
  extraArgument,
  flagValueInvalid,
  healthcheckTypeUnknown,
  instructionCasing,
  invalidEscapeDirective,
  missingArgument,
  noSourceImage,
  onbuildTriggerInvalid,
  shellJsonForm,
  stageNameInvalid,
  unclosedHeredoc,
  unclosedQuote,
  unknownFlag,
  unknownInstruction,
  dockerCliImage,
  oscapDockerNeedsDev,
  runOptionAfterImage,
  cleartextHttp,
  runInsecure,
  runNetworkHost,
  signatureOffApk,
  signatureOffApt,
  signatureOffRpm,
  signatureOffYum,
  tlsOffCargo,
  tlsOffCurl,
  tlsOffGit,
  tlsOffNode,
  tlsOffNpm,
  tlsOffPip,
  tlsOffPython,
  tlsOffUv,
  tlsOffWget,
  copyWithoutChown,
  dockerSocketVolume,
  passwordSet,
  setuidAdded,
  sudo,
  userCreatedUnused,
  userNotNumeric,
  userRoot,
  userSwitchedToRoot,
  userUnknownInImage,
  useraddNoLogInit,
  worldWritable,
  uvCacheMount,
  uvCompileBytecode,
  uvImageUnpinned,
  uvInstallerScript,
  uvIntermediateLayer,
  uvLinkMode,
  uvLockMissing,
  uvLockedInWorkspace,
  uvMuslArmPython,
  uvNoDev,
  uvPipNoSystem,
  uvSyncNotLocked,
  uvToolPath,
  uvVenvInContext,
  argUndefinedInFrom,
  envSelfReference,
  variableUndefined,
  interpreterPathMismatch,
  uvEditableInRuntime,
  uvPythonMissingInRuntime,
  uvRunInRuntime,
  uvVenvMoved,
  uvVenvNotOnPath,
];
