import { removeInstruction } from '../../../dockerfile/edits';
import { inKeywordCase } from '../../../dockerfile/keyword-case';
import { type CopyInstruction, type Dockerfile, type RunInstruction } from '../../../dockerfile/model';
import { factOf } from '../../../dockerfile/model-map';
import { commandsOf, instructionsOf } from '../../../dockerfile/walk';
import { mayNameInstaller, uvVersionOfInstaller } from '../../../image/uv';
import { type ShellCommand, type ShellScript } from '../../../shell/model';
import { replace } from '../../../text/edit';
import { dockerfileRule, type Fix } from '../../rule';
import { baseName, fetchOf, type Fetch } from '../supply/fetched-file';
import { pipedCode } from '../supply/piped-code';

export const uvInstallerScript = dockerfileRule({
  id: 'uv-installer-script',
  summary: 'uv must be copied from its image rather than installed by a script.',
  severity: 'info',
  fix: 'offer',
  messages: {
    base: "The installer needs curl and runs a script from the network. uv's image has the same programs: COPY --from=ghcr.io/astral-sh/uv.",
  },
  since: '0.1.0',
  mentions: ['uv'],
  check({ dockerfile, report }) {
    for (const add of instructionsOf(dockerfile, 'ADD'))
      for (const { text, span } of add.sources) {
        const version = versionOf(text.replace(/^(["'])(.*)\1$/, '$2'));
        if (version === undefined) continue;
        report({ message: 'base', at: span, offers: [copyForAdd(dockerfile, add, version)] });
      }
    for (const run of instructionsOf(dockerfile, 'RUN'))
      if (run.script !== undefined)
        for (const { fetch, version } of fetchedInstallers(run.script))
          report({
            message: 'base',
            at: fetch.word.span,
            offers: [copyForRun(dockerfile, run, fetch, version)],
          });
  },
});

interface FetchedInstaller {
  readonly fetch: Fetch;
  readonly version: string;
}

const NONE: readonly FetchedInstaller[] = [];

/** Installers that a script fetches into a file. */
const fetchedInstallers = factOf((script: ShellScript): readonly FetchedInstaller[] => {
  if (!mayNameInstaller(script.text.text)) return NONE;
  // What goes straight into a shell, pipe-to-shell speaks of, with the same way out.
  const piped = new Set(pipedCode(script).map(({ download }) => download));
  return script.commands.flatMap((command) => {
    const fetch = piped.has(command) ? undefined : fetchOf(command);
    const version = fetch && versionOf(fetch.word.value);
    return fetch === undefined || version === undefined ? [] : { fetch, version };
  });
});

function versionOf(url: string): string | undefined {
  return url.endsWith('.sh') ? uvVersionOfInstaller(url) : undefined;
}

/** https://docs.astral.sh/uv/guides/integration/docker/#installing-uv */
function copyLine(version: string): string {
  return `COPY --from=ghcr.io/astral-sh/uv:${version} /uv /uvx /bin/`;
}

/** Absent where the RUN that starts the installer does more, and where somebody names the folder that it installs to. */
function copyForAdd(dockerfile: Dockerfile, add: CopyInstruction, version: string): Fix | undefined {
  const destination = add.destination?.text.replace(/^(["'])(.*)\1$/, '$2') ?? '';
  const file = /(?:^|\/)\.?\/?$/.test(destination) ? 'install.sh' : baseName(destination);
  if (file === undefined || add.sources.length > 1 || namesFolder(dockerfile)) return undefined;
  const users = (add.stage?.instructions ?? []).filter(
    (each) => each.index > add.index && each.body.text.includes(file),
  );
  const [run] = users;
  if (run?.keyword !== 'RUN' || users.length > 1 || !isAllAbout(run, file)) return undefined;
  const line = copyLine(version);
  return {
    title: `Replace by ${line}`,
    edits: [replace(add.span, inKeywordCase(dockerfile, line)), removeInstruction(dockerfile, run)],
  };
}

function copyForRun(
  dockerfile: Dockerfile,
  run: RunInstruction,
  { file, command }: Fetch,
  version: string,
): Fix | undefined {
  if (file === undefined || namesFolder(dockerfile) || !isAllAbout(run, file, command)) return undefined;
  const line = copyLine(version);
  return { title: `Replace by ${line}`, edits: [replace(run.span, inKeywordCase(dockerfile, line))] };
}

/** Whether a RUN does nothing but fetch, start and remove the installer. */
function isAllAbout(run: RunInstruction, file: string, fetch?: ShellCommand): boolean {
  if (run.flags.length > 0 || run.heredocs.length > 0 || run.script?.complete !== true) return false;
  return commandsOf(run).every((command) => {
    const { name, args, program, assignments, wrappers } = command;
    if (command === fetch) return true;
    if (program === undefined || assignments.length > 0 || wrappers.length > 0) return false;
    if (baseName(program.value) === file) return args.length === 0;
    const names = args.filter(({ value }) => !/^[-+]|^[0-7]{3,4}$|^[ugoa]+\+/.test(value));
    return /^(?:sh|bash|dash|rm|chmod)$/.test(name) && names.every(({ value }) => baseName(value) === file);
  });
}

/** Whether somebody looks for uv where the installer puts it. */
function namesFolder({ source }: Dockerfile): boolean {
  return /\.(?:local|cargo)\/(?:bin\/uv|env)|UV_INSTALL_DIR|UV_UNMANAGED_INSTALL/.test(source.text);
}
