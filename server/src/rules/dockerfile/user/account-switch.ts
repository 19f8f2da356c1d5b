import { chainOf } from '../../../dockerfile/chain';
import { type Stage } from '../../../dockerfile/model';
import { HintedPattern } from '../../../text/hinted-pattern';

const tools = new HintedPattern(
  /\b(?:gosu|su-exec|setpriv|s6-overlay)\b/,
  ...['gosu', 'su-exec', 'setpriv', 's6-overlay'],
);
const commands = new HintedPattern(/\b(?:gosu|su-exec|setpriv)\b/, 'gosu', 'su-exec', 'setpriv');

/**
 * Whether the image holds a tool that is there to start programs as another account: it is there to be used, by a script
 * that this file does not show.
 */
export function bringsAccountSwitch(stage: Stage): boolean {
  return chainOf(stage).some(({ instructions }) =>
    instructions.some(
      (each) =>
        tools.test(each.body.text) ||
        (each.keyword === 'RUN' && each.heredocs.some(({ body }) => commands.test(body.text))),
    ),
  );
}
