import { plainWords } from '../../dockerfile/plain-words';
import { programOf } from '../../dockerfile/interpreters';
import { type HealthcheckInstruction } from '../../dockerfile/model';
import { MappedText } from '../../text/mapped';
import { replace } from '../../text/edit';
import { blockOf } from '../blocks';
import { type Reading, type Shipment } from '../languages/language';
import { type Change } from './change';
import { portShift } from './start-changes';

/** Rewrites a health check so that it needs neither a shell nor curl; where that cannot be done, it goes. */
export function healthCheckChange(
  { stage, dockerfile }: Shipment,
  reading: Reading,
  ports: ReadonlyMap<number, unknown>,
): Change | undefined {
  const instruction = stage.effective('HEALTHCHECK');
  if (instruction?.keyword !== 'HEALTHCHECK' || instruction.command === undefined) return undefined;
  const { command } = instruction;
  const words = wordsOf(command);
  const [program = ''] = words ?? [];
  const url = words && asksFor(words, ports);
  const check = url === undefined ? undefined : reading.checks?.(url);
  const id = 'health-check';
  if (check !== undefined)
    return {
      id,
      title: 'Check health without curl and without a shell',
      why: `The runtime image has neither a shell nor \`${programOf(program)}\`. The same address is asked by what the image has anyway.`,
      edits: [replace(command.span, arrayOf(check))],
    };
  if (words !== undefined && url === undefined && !/^(?:curl|wget|nc)$/.test(programOf(program))) {
    if (command.json !== undefined) return undefined;
    return {
      id,
      title: 'Check health without a shell',
      why: 'The runtime image has no shell, so the check is written as an array.',
      edits: [replace(command.span, arrayOf(words))],
    };
  }
  const { span, own } = blockOf(dockerfile, instruction);
  return {
    id,
    title: 'Take the health check out',
    why: 'It needs a shell or a program that the runtime image does not have, and would fail each time, so that a healthy container counted as sick.',
    confirm:
      'Nobody in the container checks its health any more. Check it from outside: a probe of Kubernetes, or a load balancer.',
    edits: [
      replace(
        { start: own.start, end: span.end },
        `# bulwark: the health check called ${program === '' ? 'a shell' : programOf(program)}, which the image lacks; check from outside.`,
      ),
    ],
  };
}

function wordsOf({
  json,
  script,
}: NonNullable<HealthcheckInstruction['command']>): readonly string[] | undefined {
  if (json !== undefined) {
    const words = json.items.map(({ value }) => value);
    if (!/^(?:\/bin\/)?(?:ba)?sh$/.test(words[0] ?? '')) return words;
    return words.length === 3 ? plain(words[2] ?? '') : undefined;
  }
  return script === undefined ? undefined : plain(script.text.text);
}

function plain(text: string): readonly string[] | undefined {
  const command = text
    .trim()
    .replace(/\s*\|\|\s*exit\s+1$/, '')
    .replace(/\s*>\s*\/dev\/null(?:\s+2>&1)?$/, '')
    .replace(/\s+/g, ' ');
  return plainWords(MappedText.verbatim(command, 0))?.map(({ value }) => value);
}

/** The address that a call of curl or wget asks for, on the port that the program then has. */
function asksFor(words: readonly string[], ports: ReadonlyMap<number, unknown>): string | undefined {
  if (!/^(?:curl|wget)$/.test(programOf(words[0] ?? ''))) return undefined;
  const urls = words
    .slice(1)
    .filter((word) => /^(?:https?:\/\/)?(?:localhost|127\.0\.0\.1|0\.0\.0\.0)(?:[:/]|$)/.test(word));
  const [url] = urls;
  if (
    url === undefined ||
    urls.length > 1 ||
    words.some((word) => /^(?:-X|--request|-d|--data|--header|-H|-u)$/.test(word))
  )
    return undefined;
  const full = url.includes('://') ? url : `http://${url}`;
  const match = /^(https?):\/\/([^/:]+)(?::(\d+))?(.*)$/.exec(full);
  if (match === null) return undefined;
  const [, scheme = '', host = '', port, rest = ''] = match;
  const number = Number(port ?? (scheme === 'https' ? 443 : 80));
  const raised = ports.has(number) ? number + portShift : number;
  return `${scheme}://${host}${port === undefined && raised === number ? '' : `:${raised}`}${rest}`;
}

function arrayOf(words: readonly string[]): string {
  return `[${words.map((word) => JSON.stringify(word)).join(', ')}]`;
}
