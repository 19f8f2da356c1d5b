import { rootOf } from '../../../dockerfile/chain';
import { type Instruction, type Stage } from '../../../dockerfile/model';
import { tagWords } from '../../../image/tag-words';
import { isOn } from '../../../dockerfile/command-environment';

/**
 * Whether only the algorithms of FIPS 140 work at this place of a stage: its image is a FIPS variant, or a variable makes
 * OpenSSL or Go insist on them.
 * @see https://docs.docker.com/dhi/core-concepts/fips/
 * @see https://docs.openssl.org/3.0/man7/fips_module/
 * @see https://go.dev/doc/security/fips140
 */
export function isFips(stage: Stage, instruction?: Instruction): boolean {
  const { base } = rootOf(stage);
  if (base.facts.hardened !== undefined && tagWords(base.image?.tag ?? '').includes('fips')) return true;
  const state = instruction === undefined ? stage.final : stage.before(instruction);
  const go = state.variable('GODEBUG');
  return (
    switches.some((name) => isOn(state.variable(name)) === true) ||
    (go.state === 'known' && go.value.split(',').includes('fips140=only'))
  );
}

/** Patched into the OpenSSL of distributions, which read it: https://packages.fedoraproject.org/pkgs/openssl/ */
const switches = ['OPENSSL_FORCE_FIPS_MODE', 'OPENSSL_FIPS'];
