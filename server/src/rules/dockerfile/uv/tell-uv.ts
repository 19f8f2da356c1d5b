import { addLineBefore } from '../../../dockerfile/edits';
import { type Dockerfile } from '../../../dockerfile/model';
import { insertAfter } from '../../../shell/edits';
import { type Fix } from '../../rule';
import { type UvCall } from '../../../dockerfile/uv/uv-calls';

/** Offers to set a variable of uv above the first of some calls, so that it holds for all of them and what comes after. */
export function setAbove(dockerfile: Dockerfile, calls: readonly UvCall[], pair: string): Fix | undefined {
  const [first] = calls;
  return first && { title: `Add ENV ${pair}`, edits: [addLineBefore(dockerfile, first.run, `ENV ${pair}`)] };
}

/** Offers to give some calls a flag; absent where one of them does not stand in the document as it is read. */
export function addFlag({ source }: Dockerfile, calls: readonly UvCall[], flag: string): Fix | undefined {
  const edits = calls.map(({ verbWord }) => insertAfter(source, verbWord, ` ${flag}`));
  return edits.length > 0 && edits.every((edit) => edit !== undefined)
    ? { title: `Add ${flag}`, edits }
    : undefined;
}
