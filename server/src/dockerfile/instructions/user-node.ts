import { type Known } from '../../text/known';
import { type Span } from '../../text/span';
import { expand, type Lookup } from '../expand';
import { lazy } from '../lazy';
import { type UserInstruction } from '../model';
import { InstructionNode } from './instruction-node';

export class UserNode extends InstructionNode implements UserInstruction {
  readonly keyword = 'USER';
  readonly #resolved = lazy(() => this.resolve(this.place.file.lookupBefore(this)));

  get user(): Known<string> {
    return this.#resolved().user;
  }

  get userSpan(): Span | undefined {
    const length = findColon(this.body.text);
    return length === 0 ? undefined : this.body.spanOf(0, length);
  }

  get group(): string | undefined {
    return this.#resolved().group;
  }

  /** The user and the group with these variables; a group that stays unknown is as written. */
  resolve(lookup: Lookup): { readonly user: Known<string>; readonly group: string | undefined } {
    const { escape } = this.place.file;
    const { text } = this.body;
    const colon = findColon(text);
    const user = expand(text.slice(0, colon), lookup, escape);
    const written = colon < text.length ? text.slice(colon + 1) : undefined;
    if (user.state !== 'known') return { user, group: written };
    const [name = '', inside] = user.value.split(':');
    if (written === undefined) return { user: { state: 'known', value: name }, group: inside };
    const group = expand(written, lookup, escape);
    return {
      user: { state: 'known', value: name },
      group: group.state === 'known' ? group.value : written,
    };
  }
}

/** The colon between user and group: the first one outside braces; the text's length where there is none. */
function findColon(text: string): number {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === '{') depth++;
    else if (character === '}') depth--;
    else if (character === ':' && depth <= 0) return at;
  }
  return text.length;
}
