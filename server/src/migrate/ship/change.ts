import { type Edit } from '../../text/edit';
import { type Reason } from '../plan';

/** A change of lines, before it is known whether the split moves those lines. */
export interface Change extends Reason {
  readonly id: string;
  readonly edits: readonly Edit[];
  /** Smaller changes that its edits make as well. */
  readonly parts?: readonly Reason[];
  /** Those that are made in what ships alone, where a line stands in the builder as well. */
  readonly shipOnly?: ReadonlySet<Edit>;
}
