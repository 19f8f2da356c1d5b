import { addLineBefore } from '../../../dockerfile/edits';
import { chainOf, rootOf } from '../../../dockerfile/chain';
import { programOf } from '../../../dockerfile/interpreters';
import { type CommandInstruction, type Stage } from '../../../dockerfile/model';
import { instructionsOf } from '../../../dockerfile/walk';
import { officialName } from '../../../image/official-name';
import { dockerfileRule } from '../../rule';

export const stopSignal = dockerfileRule({
  id: 'stop-signal',
  summary: 'A server must be stopped by the signal that it finishes its work on.',
  severity: 'hint',
  fix: 'offer',
  messages: {
    base: '{program} breaks off its work on SIGTERM, which a container is stopped with. On {signal} it ends in good order.',
  },
  sameAs: { tally: ['prefer-canonical-stopsignal'] },
  since: '0.1.0',
  check({ dockerfile, report }) {
    for (const stage of dockerfile.targets) {
      if (!isGeneral(stage) || chainOf(stage).some((each) => instructionsOf(each, 'STOPSIGNAL').length > 0))
        continue;
      const started = startedBy(stage);
      const signal = started && signals.get(started.program);
      if (started === undefined || signal === undefined) continue;
      report({
        message: 'base',
        at: started.at,
        data: { program: started.program, signal },
        offers: [
          {
            title: `Add STOPSIGNAL ${signal}`,
            edits: [addLineBefore(dockerfile, started.instruction, `STOPSIGNAL ${signal}`)],
          },
        ],
      });
    }
  },
});

/**
 * What the servers' own documentation says, and what their official images set.
 * @see https://nginx.org/en/docs/control.html
 * @see https://httpd.apache.org/docs/current/stopping.html
 * @see https://www.postgresql.org/docs/current/server-shutdown.html
 * @see https://systemd.io/CONTAINER_INTERFACE/
 */
const signals: ReadonlyMap<string, string> = new Map([
  ['nginx', 'SIGQUIT'],
  ['apache2ctl', 'SIGWINCH'],
  ['apachectl', 'SIGWINCH'],
  ['apache2', 'SIGWINCH'],
  ['httpd', 'SIGWINCH'],
  ['postgres', 'SIGINT'],
  ['systemd', 'SIGRTMIN+3'],
]);

/** Whether the image below is a bare distribution: others may set the signal themselves. */
function isGeneral(stage: Stage): boolean {
  const { image } = rootOf(stage).base;
  return image !== undefined && distributions.has(officialName(image.repository) ?? image.repository);
}

const distributions = new Set([
  ...['debian', 'ubuntu', 'alpine', 'fedora', 'rockylinux', 'almalinux', 'oraclelinux', 'amazonlinux'],
  ...['archlinux', 'centos', 'docker.io/opensuse/leap', 'docker.io/opensuse/tumbleweed'],
]);

interface Started {
  readonly program: string;
  readonly at: { readonly start: number; readonly end: number };
  readonly instruction: CommandInstruction;
}

const inits = new Set(['tini', 'tini-static', 'dumb-init', 'catatonit']);

/** The program that gets the signal: what the array starts, seen through an init. A shell would keep the signal. */
function startedBy(stage: Stage): Started | undefined {
  const words = (['ENTRYPOINT', 'CMD'] as const).flatMap((keyword) => {
    const instruction = stage.effective(keyword);
    if (instruction?.keyword !== keyword || instruction.stage !== stage) return [];
    return (instruction.json?.items ?? []).map(({ value, span }) => ({ value, at: span, instruction }));
  });
  const isInit = (value: string): boolean => inits.has(programOf(value));
  const first = words[0] !== undefined && isInit(words[0].value) ? 1 : 0;
  const word = words.slice(first).find(({ value }) => first === 0 || !value.startsWith('-'));
  if (word === undefined) return undefined;
  const program = word.value === '/sbin/init' ? 'systemd' : programOf(word.value);
  // Alpine's init is BusyBox.
  if (
    word.value === '/sbin/init' &&
    stage.base.facts.libc.state === 'known' &&
    stage.base.facts.libc.value === 'musl'
  )
    return undefined;
  return { program, at: word.at, instruction: word.instruction };
}
