import { type Instruction } from '../../dockerfile/model';

/** A COPY from another stage of what every hardened image has: its accounts, its certificates and time zones. */
export function redundantCopy(instruction: Instruction): 'account' | 'certificates' | undefined {
  if (instruction.keyword !== 'COPY' || instruction.from === undefined) return undefined;
  const all = (pattern: RegExp): boolean =>
    instruction.sources.length > 0 && instruction.sources.every(({ text }) => pattern.test(text));
  if (all(/^\/etc\/(?:passwd|group|shadow|gshadow)$/)) return 'account';
  return all(
    /^(?:\/etc\/ssl(?:\/certs)?(?:\/ca-certificates\.crt|\/cert\.pem)?|\/usr\/share\/(?:ca-certificates|zoneinfo)|\/etc\/ca-certificates)\/?$/,
  )
    ? 'certificates'
    : undefined;
}
