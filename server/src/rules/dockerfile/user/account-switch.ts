import { chainOf } from '../../../dockerfile/chain';
import { type Stage } from '../../../dockerfile/model';

/**
 * Whether the image holds a tool that is there to start programs as another account: it is there to be used, by a script
 * that this file does not show.
 */
export function bringsAccountSwitch(stage: Stage): boolean {
  return chainOf(stage).some(({ instructions }) =>
    instructions.some(
      (each) =>
        /\b(?:gosu|su-exec|setpriv|s6-overlay)\b/.test(each.body.text) ||
        (each.keyword === 'RUN' &&
          each.heredocs.some(({ body }) => /\b(?:gosu|su-exec|setpriv)\b/.test(body.text))),
    ),
  );
}
