import { addItem } from '../../../compose/edits';
import { type Volume } from '../../../compose/field';
import { type Service } from '../../../compose/model';
import { valueOf } from '../../../text/known';
import { type BuildContext } from '../../../workspace/context';
import { composeRule } from '../../rule';
import { fixOf } from '../marked';
import { folderName, relativePath } from './paths';

/** @see https://docs.astral.sh/uv/guides/integration/docker/#mounting-the-project-with-docker-run */
export const bindVenv = composeRule({
  id: 'bind-venv',
  summary: "A bind mount of a uv project must not hide the image's virtual environment.",
  severity: 'warning',
  fix: 'safe',
  messages: {
    base: "This mount lays the host's .venv, or none, over the one in the image at {venv}: a volume of its own there keeps the image's.",
  },
  since: '0.1.0',
  check({ compose, context, report }) {
    for (const service of compose.services) {
      if (service.build === undefined) continue;
      for (const volume of service.volumes) {
        const target = valueOf(volume.target)?.replace(/\/+$/, '');
        if (target === undefined || target === '' || !bindsProject(volume, context)) continue;
        const venv = `${target}/.venv`;
        if (isKept(service, target, venv)) continue;
        report({
          message: 'base',
          at: volume.value.span,
          data: { venv },
          fix: fixOf(`Keep ${venv} in a volume`, addItem(compose, service, 'volumes', venv)),
        });
      }
    }
  },
});

function bindsProject({ type, source }: Volume, context: BuildContext): boolean {
  if (valueOf(type) !== 'bind' || source.state !== 'known') return false;
  const folder = relativePath(source.value);
  return folder !== undefined && context.hasIn(folderName(folder), 'uv.lock') === true;
}

/** Whether something is mounted on the environment, or uv is told to make it elsewhere. */
function isKept(service: Service, target: string, venv: string): boolean {
  const elsewhere = service.variable('UV_PROJECT_ENVIRONMENT');
  if (elsewhere.state === 'unknown') return true;
  const path = valueOf(elsewhere);
  if (path?.startsWith('/') === true && !path.startsWith(`${target}/`)) return true;
  const mounts = [
    ...service.volumes.map((volume) => volume.target),
    ...service.tmpfs.map(({ resolved }) => resolved),
  ];
  return mounts.some((mount) => {
    const path = valueOf(mount);
    return path === undefined || path.split(':')[0]?.replace(/\/+$/, '') === venv;
  });
}
