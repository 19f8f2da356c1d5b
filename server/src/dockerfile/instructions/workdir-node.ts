import { UNKNOWN, type Known } from '../../text/known';
import { expand, type Lookup } from '../expand';
import { lazy } from '../lazy';
import { type WorkdirInstruction } from '../model';
import { resolvePath } from '../paths';
import { InstructionNode } from './instruction-node';

export class WorkdirNode extends InstructionNode implements WorkdirInstruction {
  readonly keyword = 'WORKDIR';
  readonly #path = lazy(() => {
    const { file } = this.place;
    return this.resolve(file.lookupBefore(this), file.stateBefore(this)?.workdir ?? UNKNOWN);
  });

  get path(): Known<string> {
    return this.#path();
  }

  /** The absolute path with these variables and on this work dir. */
  resolve(lookup: Lookup, before: Known<string>): Known<string> {
    const path = expand(this.body.text, lookup, this.place.file.escape);
    return path.state === 'known' ? resolvePath(path.value, before) : UNKNOWN;
  }
}
