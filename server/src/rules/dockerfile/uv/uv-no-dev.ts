import { environmentOf } from '../../../dockerfile/command-environment';
import { flagValues } from '../../../shell/flags';
import { dockerfileRule } from '../../rule';
import { isForDevelopment } from './development-stage';
import { mayHaveDevDependencies, projectFile } from './project-file';
import { shippedVenvs, type ShippedVenv } from './shipped-venvs';
import { addFlag, setAbove } from './tell-uv';
import { type UvCall } from '../../../dockerfile/uv/uv-calls';
import { isExact, ownPart } from '../../../dockerfile/uv/uv-project';
import { NO_DEV, toldOf, type Told } from './uv-setting';
import { isBefore, uvVersion } from './uv-version';

export const uvNoDev = dockerfileRule({
  id: 'uv-no-dev',
  summary: 'An environment that ships must be synced without development dependencies.',
  severity: 'info',
  fix: 'offer',
  messages: {
    base: 'This installs the development dependencies too, into an environment that ships. UV_NO_DEV=1 or --no-dev leaves them out.',
  },
  since: '0.1.0',
  mentions: ['uv'],
  check({ dockerfile, context, report }) {
    for (const venv of shippedVenvs(dockerfile)) {
      const call = bringsDev(venv);
      if (call === undefined || isForDevelopment(venv.target) || isForDevelopment(call.stage)) continue;
      if (!mayHaveDevDependencies(projectFile(dockerfile, context, call))) continue;
      report({
        message: 'base',
        at: call.span,
        findOffers: () => {
          const untold = venv.syncs.filter((each) => toldDev(each) === 'untold');
          return [
            knowsVariable(call) ? setAbove(dockerfile, untold, 'UV_NO_DEV=1') : undefined,
            startsByUv(venv) ? undefined : addFlag(dockerfile, untold, '--no-dev'),
          ];
        },
      });
    }
  },
});

/**
 * The call that leaves development dependencies in the environment, for certain and without having been asked to: the last
 * sync, or where there is none, the last `uv run` or its like.
 */
function bringsDev({ syncs }: ShippedVenv): UvCall | undefined {
  const bringing: UvCall[] = [];
  for (const call of syncs.toReversed()) {
    const told = toldDev(call);
    if (told === 'untold') bringing.push(call);
    else if (told !== 'on') return undefined;
    if (isExact(call)) break;
  }
  return bringing.find(({ verb }) => verb === 'sync') ?? bringing[0];
}

/** Whether the call is told to leave them out; `off` where it is told to bring them. */
function toldDev(call: UvCall): Told {
  const own = ownPart(call);
  const has = (flag: string): boolean => flagValues(own, flag).some(({ value }) => value === 'dev');
  if (has('--no-group')) return 'on';
  if (has('--group')) return 'off';
  for (const name of ['UV_NO_GROUP', 'UV_DEV']) {
    const value = environmentOf(call.stage, call.run, call.command, name);
    if (value.state !== 'absent') return 'unknown';
  }
  return toldOf(call, NO_DEV);
}

/** https://github.com/astral-sh/uv/releases/tag/0.8.5 */
function knowsVariable({ stage }: UvCall): boolean {
  const version = uvVersion(stage);
  return version.state !== 'known' || !isBefore(version.value, '0.8.5');
}

/** Whether a container starts by `uv run`, which syncs once more, and to which a flag of another call says nothing. */
function startsByUv({ target }: ShippedVenv): boolean {
  return (['ENTRYPOINT', 'CMD'] as const).some((keyword) =>
    /\buv["',\s]+run\b/.test(target.effective(keyword)?.body.text ?? ''),
  );
}
