import { tlsOffWget } from './dockerfile/transport/tls-off-wget';
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
import { dhiRunWithoutShell } from './dockerfile/hardened/dhi-run-without-shell';
import { addInsteadOfCopy } from './dockerfile/layers/add-instead-of-copy';
import { copyDestinationSlash } from './dockerfile/layers/copy-destination-slash';
import { workdirRelative } from './dockerfile/layers/workdir-relative';
import { execForm } from './dockerfile/command/exec-form';
import { execFormQuotes } from './dockerfile/command/exec-form-quotes';
import { multipleCmd } from './dockerfile/command/multiple-cmd';
import { multipleEntrypoint } from './dockerfile/command/multiple-entrypoint';
import { multipleHealthcheck } from './dockerfile/command/multiple-healthcheck';
import { type Rule } from './rule';

/** Every rule, by language, pack and id. `npm run new-rule` adds the line. */
export const rules: readonly Rule[] = [
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
];
