import { type Dockerfile, type Instruction } from '../../../dockerfile/model';
import { factOf } from '../../../dockerfile/model-map';
import { allInstructions } from './all-instructions';

/** What the value of a flag must be. */
export type FlagForm = 'text' | 'boolean' | 'duration' | 'count';

export interface KnownFlag {
  readonly form: FlagForm;
  /** Whether it may be given more than once. */
  readonly repeats?: boolean;
}

type Flags = Readonly<Record<string, KnownFlag>>;

const text: KnownFlag = { form: 'text' };
const texts: KnownFlag = { form: 'text', repeats: true };
const boolean: KnownFlag = { form: 'boolean' };
const duration: KnownFlag = { form: 'duration' };

/** https://docs.docker.com/reference/dockerfile/, those of the labs channel among them. Others take none. */
const flags: Readonly<Partial<Record<Instruction['keyword'], Flags>>> = {
  FROM: { platform: text },
  RUN: { mount: texts, network: text, security: text, device: texts },
  COPY: { from: text, chown: text, chmod: text, link: boolean, parents: boolean, exclude: texts },
  ADD: {
    ...{ chown: text, chmod: text, link: boolean, checksum: text, exclude: texts },
    ...{ 'keep-git-dir': boolean, unpack: boolean },
  },
  HEALTHCHECK: {
    ...{ interval: duration, timeout: duration, 'start-period': duration, 'start-interval': duration },
    retries: { form: 'count' },
  },
};

/** The flags that an instruction takes, by their names. */
export function flagsOf({ keyword }: Instruction): Flags {
  return flags[keyword] ?? {};
}

/** Every instruction that has flags, in order; several rules ask, and most instructions have none. */
export const flaggedInstructions = factOf((dockerfile: Dockerfile): readonly Instruction[] =>
  allInstructions(dockerfile).filter((instruction) => instruction.flags.length > 0),
);
