import assert from 'node:assert/strict';
import fc from 'fast-check';
import { analyse, type Analysis } from '../../server/src/service/analyse';
import { defaultSettings } from '../../server/src/service/settings';
import { dockerfileOf } from '../bench/documents';
import { contextOf } from '../support/context';
import { testDay } from '../support/look';
import { budget } from './budget';
import { documents } from './inputs';

/** Somebody cuts a stretch out and writes another in its place. */
const edit = fc.record({
  at: fc.nat(),
  length: fc.nat(12),
  word: fc.constantFrom(
    ...['', ' ', '\n', '\r\n', '\\\n', '\\', '`', '#', '# a\n', '# escape=`\n', '<<EOF', 'EOF\n', '"', "'", '["', '$', '\uFEFF'],
    ...['x', 'RUN ', 'FROM a\n', 'FROM a AS b\n', 'COPY --from=0 / /\n', 'ENV A=b\n', 'SHELL ["cmd"]\n', 'USER root\n', '# bulwark ignore=all\n'],
  ),
}); // prettier-ignore

const texts = fc.oneof(documents('dockerfile'), fc.nat(80).map(dockerfileOf));
const conditions = {
  language: 'dockerfile',
  context: contextOf(undefined),
  settings: { ...defaultSettings, profile: 'strict' },
  today: testDay,
} as const;

function look(text: string, before?: Analysis): Analysis {
  return analyse({
    ...conditions,
    text,
    before: before?.model,
    failed: ({ id }, error) => assert.fail(`rule ${id} threw: ${String(error)}`),
  });
}

/** All that is said, and all that is offered. */
function said({ findings, silenced }: Analysis): unknown {
  return [...findings, ...silenced].map(({ rule, severity, message, span, related, fix, offers }) =>
    JSON.stringify({ rule, severity, message, span, fix, offers, related: related.map(({ at }) => at) }),
  );
}

describe('a Dockerfile that is read again', () => {
  it('gives what it gives when it is read for the first time, after each of many edits', () => {
    fc.assert(
      fc.property(texts, fc.array(edit, { minLength: 1, maxLength: 3 }), (first, edits) => {
        let text = first;
        let before = look(text);
        for (const { at, length, word } of edits) {
          const from = at % (text.length + 1);
          text = text.slice(0, from) + word + text.slice(from + length);
          before = look(text, before);
          assert.deepEqual(said(before), said(look(text)), JSON.stringify(text));
        }
      }),
      budget,
    );
  }).timeout(0);
});
