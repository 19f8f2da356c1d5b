import { chainOf } from '../../../dockerfile/chain';
import { expand } from '../../../dockerfile/expand';
import { type PlainInstruction, type Stage } from '../../../dockerfile/model';
import { instructionsOf } from '../../../dockerfile/walk';
import { type Known, known, UNKNOWN } from '../../../text/known';

/** A longer range is a pool, of which nobody publishes a single port by mistake. */
const longestRange = 100;

/**
 * The ports that a stage, those below it and their image expose, as `8080/tcp`. Unknown where one of them hangs on a variable
 * that is not known, or nobody knows what the image exposes.
 */
export function listenedPorts(stage: Stage, escape: string): Known<readonly string[]> {
  const { ports } = stage.base.facts;
  if (ports.state !== 'known') return UNKNOWN;
  const all = new Set(ports.value);
  for (const each of chainOf(stage))
    for (const instruction of instructionsOf(each, 'EXPOSE')) {
      const own = portsOf(each, instruction, escape);
      if (own === undefined) return UNKNOWN;
      for (const port of own) all.add(port);
    }
  return known([...all]);
}

/** Whether the Dockerfile itself says where it listens. */
export function exposesItself(stage: Stage): boolean {
  return chainOf(stage).some((each) => instructionsOf(each, 'EXPOSE').length > 0);
}

function portsOf(stage: Stage, instruction: PlainInstruction, escape: string): readonly string[] | undefined {
  const state = stage.before(instruction);
  const ports: string[] = [];
  for (const { text } of instruction.args) {
    const word = expand(
      text,
      (name) => {
        const value = state.variable(name);
        return value.state === 'absent' ? UNKNOWN : value;
      },
      escape,
    );
    if (word.state !== 'known') return undefined;
    const match = /^(?:.*:)?(\d{1,5})(?:-(\d{1,5}))?(?:\/(\w+))?$/.exec(word.value);
    if (match === null) return undefined;
    const [, first = '', last = first, protocol = 'tcp'] = match;
    if (Number(last) - Number(first) > longestRange) return undefined;
    for (let port = Number(first); port <= Number(last); port++)
      ports.push(`${port}/${protocol.toLowerCase()}`);
  }
  return ports;
}
