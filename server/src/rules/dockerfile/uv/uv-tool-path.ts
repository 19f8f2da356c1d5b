import { environmentOf } from '../../../dockerfile/command-environment';
import { addLineBefore } from '../../../dockerfile/edits';
import { type Dockerfile } from '../../../dockerfile/model';
import { resolvePath } from '../../../dockerfile/paths';
import { known, UNKNOWN, valueOf, type Known } from '../../../text/known';
import { dockerfileRule, type Fix } from '../../rule';
import { isSetByImage } from './image-environment';
import { uvCallsOf, type UvCall } from '../../../dockerfile/uv/uv-calls';

export const uvToolPath = dockerfileRule({
  id: 'uv-tool-path',
  summary: 'What `uv tool install` brings must be found on PATH.',
  severity: 'warning',
  fix: 'offer',
  messages: {
    base: 'The tool goes to {folder}, which is not on PATH, so its command is not found. Set UV_TOOL_BIN_DIR, or add the folder to PATH.',
  },
  since: '0.1.0',
  mentions: ['uv'],
  check({ dockerfile, report }) {
    for (const stage of dockerfile.stages) {
      const call = uvCallsOf(stage).find(({ verb }) => verb === 'tool install');
      if (call === undefined || isSetByImage(stage, 'UV_TOOL_BIN_DIR') !== false) continue;
      // Whoever names the folder, or a way to it, knows where the tools are.
      if (/\.local\b|UV_TOOL_BIN_DIR|XDG_(?:BIN|DATA)_HOME|update-shell/.test(dockerfile.source.text)) return;
      const folder = valueOf(toolFolder(call));
      report({
        message: 'base',
        at: call.span,
        data: { folder: folder ?? '~/.local/bin' },
        offers: [
          stage.before(call.run).user.isRoot === true
            ? addEnv(dockerfile, call, 'UV_TOOL_BIN_DIR=/usr/local/bin')
            : undefined,
          folder === undefined ? undefined : addEnv(dockerfile, call, `PATH="${folder}:$PATH"`),
        ],
      });
    }
  },
});

/** https://docs.astral.sh/uv/concepts/tools/#tool-executables */
function toolFolder({ stage, run, command }: UvCall): Known<string> {
  const home = environmentOf(stage, run, command, 'HOME');
  if (home.state === 'known') return resolvePath(`${home.value}/.local/bin`, UNKNOWN);
  return home.state === 'absent' && stage.before(run).user.isRoot === true
    ? known('/root/.local/bin')
    : UNKNOWN;
}

function addEnv(dockerfile: Dockerfile, { run }: UvCall, pair: string): Fix {
  return { title: `Add ENV ${pair}`, edits: [addLineBefore(dockerfile, run, `ENV ${pair}`)] };
}
