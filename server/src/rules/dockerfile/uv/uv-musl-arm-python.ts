import { chainOf, rootOf } from '../../../dockerfile/chain';
import { environmentOf } from '../../../dockerfile/command-environment';
import { type Stage } from '../../../dockerfile/model';
import { instructionsOf } from '../../../dockerfile/walk';
import { isUvImage } from '../../../image/uv';
import { flagValue } from '../../../shell/flags';
import { valueOf } from '../../../text/known';
import { dockerfileRule } from '../../rule';
import { uvCallsUpTo, type UvCall } from '../../../dockerfile/uv/uv-calls';
import { ownPart, syncsProject } from '../../../dockerfile/uv/uv-project';
import { isFromUv } from './uv-source';
import { isBefore, uvVersion } from './uv-version';

export const uvMuslArmPython = dockerfileRule({
  id: 'uv-musl-arm-python',
  summary: 'On Alpine for ARM, Python must come from the distribution.',
  severity: 'info',
  fix: 'none',
  messages: {
    base: "This downloads uv's own Python, of which there are few builds for Alpine on ARM, none before uv 0.8.14. Install Alpine's: apk add --no-cache python3.",
    none: "There is no Python of uv's own for Alpine on {platform} here, so this fails. Install Alpine's: apk add --no-cache python3.",
  },
  since: '0.1.0',
  mentions: ['arm', 'aarch64'],
  check({ dockerfile, report }) {
    const seen = new Set<UvCall>();
    for (const stage of dockerfile.stages) {
      const call = uvCallsUpTo(stage).find(needsPython);
      if (call === undefined || seen.has(call)) continue;
      seen.add(call);
      const platform = armOf(stage);
      if (platform === undefined || !standsOnAlpine(stage) || mayHavePython(call.stage)) continue;
      const version = uvVersion(stage);
      const isOld = version.state === 'known' && isBefore(version.value, '0.8.14');
      const message = isOld || !platform.includes('64') ? 'none' : 'base';
      report({ message, at: call.span, data: { platform } });
    }
  },
});

function armOf(stage: Stage): string | undefined {
  const root = rootOf(stage);
  const platform = valueOf(root.platform);
  if (platform !== undefined) return /^linux\/(?:arm|aarch64)/.test(platform) ? platform : undefined;
  // Docker's own images of one platform: https://github.com/docker-library/official-images#architectures-other-than-amd64
  const architecture = /^docker\.io\/(arm64v8|arm32v[67])\//.exec(root.base.image?.repository ?? '')?.[1];
  return root.platform.state === 'absent' ? architecture : undefined;
}

/** Whether the image is Alpine and nothing more, or uv on it: those of python have their Python. */
function standsOnAlpine(stage: Stage): boolean {
  const { image } = rootOf(stage).base;
  if (image === undefined) return false;
  if (isUvImage(image)) return /(?:^|-)alpine/.test(image.tag ?? '') && !(image.tag ?? '').includes('python');
  return /^docker\.io\/(?:library|arm64v8|arm32v[67])\/alpine$/.test(image.repository);
}

/** Whether something may have brought a Python: a package, another image or stage. */
function mayHavePython(stage: Stage): boolean {
  return (
    stage.effects.packages.some(({ name }) => /^(?:python3|py3-|pypy)|\$/.test(name)) ||
    chainOf(stage).some((each) =>
      instructionsOf(each, 'COPY').some(
        ({ from, flags }) => flags.some(({ name }) => name === 'from') && !isFromUv(from),
      ),
    )
  );
}

function needsPython(call: UvCall): boolean {
  const { verb, stage, run, command } = call;
  if (verb === 'python install') return true;
  if (verb !== 'venv' && verb !== 'tool install' && syncsProject(call) !== true) return false;
  const wanted = flagValue(ownPart(call), '--python', '-p');
  if (wanted !== undefined && (!wanted.literal || wanted.value.includes('/'))) return false;
  return ['UV_PYTHON', 'UV_PYTHON_DOWNLOADS', 'UV_NO_MANAGED_PYTHON'].every(
    (name) => environmentOf(stage, run, command, name).state === 'absent',
  );
}
