import { programOf } from '../../dockerfile/interpreters';
import { jsonArrayOf, plainWords } from '../../dockerfile/plain-words';
import { type PortPlace, privilegedPorts } from '../../dockerfile/privileged-ports';
import { replace, type Edit } from '../../text/edit';
import { LISTEN_FLAGS, portsIn } from '../../image/listen-settings';
import { type Reading, type Shipment } from '../languages/language';
import { type Reason } from '../plan';
import { type Dockerfile } from '../../dockerfile/model';
import { blockOf, removeBlocks } from '../blocks';
import { type Start, type StartPart, withoutInit } from '../start';
import { type Change } from './change';

/** How far a port below 1024 is moved up: 80 becomes 8080. */
export const portShift = 8000;

/** Ports below 1024 that what ships listens on: an account without rights cannot open them everywhere. */
export function raisedPorts({ stage }: Shipment): ReadonlyMap<number, readonly PortPlace[]> {
  return new Map(privilegedPorts(stage).map((places) => [places[0].port, places]));
}

/** Writes what is started without a shell, in the way that the language asks for, and on ports above 1024. */
export function startChanges(
  dockerfile: Dockerfile,
  reading: Reading,
  start: Start | undefined,
  ports: ReadonlyMap<number, readonly PortPlace[]>,
): readonly Change[] {
  const changes: Change[] = [];
  const portEdits: Edit[] = [];
  const portParts: Reason[] = [];
  /** What becomes of the words of CMD behind an ENTRYPOINT that is started in another way. */
  let rest: 'kept' | 'taken' | undefined;
  const portReason = raised(ports);
  for (const places of ports.values())
    for (const { kind, digits, port } of places)
      if (kind !== 'CMD' && digits !== undefined) portEdits.push(replace(digits, String(port + portShift)));
  for (const [index, part] of (start?.parts ?? []).entries()) {
    if (rest === 'taken') {
      changes.push({ ...taken, edits: [removed(dockerfile, part)] });
      continue;
    }
    const reasons: Reason[] = [];
    let { words } = part;
    const bare = withoutInit(words);
    if (bare.length < words.length && bare.length > 0) {
      words = bare;
      reasons.push({
        title: `Leave out \`${part.words[0] ?? ''}\``,
        why: 'The runtime image does not have it. Where processes that the program leaves behind have to be cleaned up, start the container with `docker run --init`, or with `init: true` in Compose.',
      });
    }
    const other = index === 0 ? reading.startAs?.(words) : undefined;
    if (other !== undefined) {
      const [, command] = start?.parts ?? [];
      words = command === undefined ? other.words : withoutEnd(other.words, command.words);
      if (command !== undefined) rest = words.length < other.words.length ? 'kept' : 'taken';
      reasons.push(other);
    }
    if (words.length === 0) {
      changes.push({ ...reasonOf(reasons), id: 'start-entrypoint', edits: [removed(dockerfile, part)] });
      continue;
    }
    const onPorts = words.map((word, at) => onRaisedPort(words, word, at, ports));
    const isRaised = onPorts.some((word, at) => word !== words[at]);
    words = onPorts;
    if (part.form !== 'array') reasons.unshift(formReason(part));
    if (reasons.length === 0 && !isRaised) continue;
    const edits = startEdits(
      part,
      words,
      reasons.length === 1 && !isRaised && words.length === part.words.length && other === undefined,
    );
    const [first] = reasons;
    if (isRaised) {
      portEdits.push(...edits);
      portParts.push(...reasons);
      continue;
    }
    if (first !== undefined)
      changes.push({
        ...joined(first, reasons),
        id: `start-${part.instruction.keyword.toLowerCase()}`,
        edits,
      });
  }
  if (portReason !== undefined && portEdits.length > 0)
    changes.push({
      id: 'ports',
      ...portReason,
      edits: portEdits,
      ...(portParts.length > 0 && { parts: portParts }),
    });
  return changes;
}

function joined(first: Reason, reasons: readonly Reason[]): Reason {
  const confirm = reasons.flatMap((reason) => reason.confirm ?? []).join(' ');
  return {
    title: reasons
      .map(({ title }, index) => (index === 0 ? title : title.charAt(0).toLowerCase() + title.slice(1)))
      .join(', and '),
    why: reasons.map(({ why }) => why).join(' '),
    ...(confirm !== '' && { confirm }),
    ...(first.confirm !== undefined && confirm === '' && { confirm: first.confirm }),
  };
}

function startEdits(
  { instruction, form }: StartPart,
  words: readonly string[],
  isSame: boolean,
): readonly Edit[] {
  const plain = isSame && form === 'words' ? plainWords(instruction.body) : undefined;
  if (plain?.length === words.length) return jsonArrayOf(plain);
  const { body } = instruction;
  return [
    replace(body.spanOf(0, body.text.length), `[${words.map((word) => JSON.stringify(word)).join(', ')}]`),
  ];
}

function formReason(part: StartPart): Reason {
  const { instruction, form, variables, left } = part;
  const { keyword } = instruction;
  const why =
    'The runtime image has no shell, so the program is started directly. It then also gets the signal to stop itself, and can end cleanly.';
  if (form !== 'expanded') return { title: `Start ${keyword} without a shell`, why };
  const [given, gone] = [listed(variables), listed(left)];
  const all = listed([...variables, ...left]);
  return {
    title: `Start ${keyword} without a shell${variables.length > 0 ? `, with the value of ${given} in it` : `, and without ${gone}`}`,
    why: [
      why,
      ...(variables.length > 0
        ? [`Without a shell nobody puts ${given} in, so the value that this file sets stands there now.`]
        : []),
      ...(left.length > 0 ? [`This file does not set ${gone}, so that no word stands there.`] : []),
    ].join(' '),
    confirm: `Setting ${all} when the container starts no longer changes this command.${readByItself(part)}`,
  };
}

function listed(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(', ');
}

/** Where the program reads options from a variable of its own, which can be set instead. */
function readByItself({ words: [program = ''], variables, left }: StartPart): string {
  // https://docs.oracle.com/en/java/javase/21/troubleshoot/environment-variables-and-system-properties.html
  const isJava =
    programOf(program) === 'java' && [...variables, ...left].some((name) => /^(?:JAVA|JVM|JDK)/.test(name));
  if (isJava)
    return ' Set `JAVA_TOOL_OPTIONS` instead: Java reads options of its virtual machine from it by itself.';
  // https://nodejs.org/api/cli.html#node_optionsoptions
  const isNode =
    programOf(program) === 'node' && [...variables, ...left].some((name) => name.startsWith('NODE'));
  return isNode ? ' Set `NODE_OPTIONS` instead: Node reads options from it by itself.' : '';
}

function raised(ports: ReadonlyMap<number, readonly PortPlace[]>): Reason | undefined {
  const numbers = [...ports.keys()];
  if (numbers.length === 0) return undefined;
  const pairs = numbers.map((port) => `${port + portShift} instead of ${port}`).join(', ');
  return {
    title: `Listen on ${pairs}`,
    why: 'The hardened image runs without root, and in Kubernetes and in older Docker Engines only root may open ports below 1024. Outside nothing has to change: publish the new port under the old number.',
    confirm: `Who publishes the port has to map it: ${numbers.map((port) => `\`${port}:${port + portShift}\``).join(', ')}. If the program itself says the port somewhere else, change it there as well.`,
  };
}

function onRaisedPort(
  words: readonly string[],
  word: string,
  at: number,
  ports: ReadonlyMap<number, unknown>,
): string {
  const equals = word.indexOf('=');
  const own = equals < 0 ? undefined : LISTEN_FLAGS.get(word.slice(0, equals));
  const before = equals < 0 ? LISTEN_FLAGS.get(words[at - 1] ?? '') : undefined;
  const form = own ?? before;
  if (form === undefined) return word;
  const value = own === undefined ? word : word.slice(equals + 1);
  let result = value;
  for (const { port, at: offset } of [...portsIn(value, form)].reverse())
    if (ports.has(port))
      result =
        result.slice(0, offset) + String(port + portShift) + result.slice(offset + String(port).length);
  return own === undefined ? result : word.slice(0, equals + 1) + result;
}

const taken: Omit<Change, 'edits'> = {
  id: 'start-words',
  title: 'Take CMD into ENTRYPOINT',
  why: 'The words of CMD were meant for the program that is left out.',
  confirm: 'Words that are given when the container starts now come behind the whole command.',
};

function removed(dockerfile: Dockerfile, { instruction }: StartPart): Edit {
  const [edit] = removeBlocks(dockerfile, [blockOf(dockerfile, instruction)]);
  return edit ?? replace(instruction.span, '');
}

function withoutEnd(words: readonly string[], end: readonly string[]): readonly string[] {
  const start = words.length - end.length;
  return end.length > 0 && start >= 0 && end.every((word, at) => words[start + at] === word)
    ? words.slice(0, start)
    : words;
}

function reasonOf([first, ...others]: readonly Reason[]): Reason {
  const all = first === undefined ? others : [first, ...others];
  return first === undefined ? { title: 'Take ENTRYPOINT out', why: '' } : joined(first, all);
}
