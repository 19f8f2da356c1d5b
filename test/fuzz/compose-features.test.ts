import assert from 'node:assert/strict';
import fc from 'fast-check';
import { composeCompletions } from '../../server/src/service/compose/completions';
import { fileLinks } from '../../server/src/service/compose/file-links';
import { composeFolds } from '../../server/src/service/compose/folding';
import { keyHover } from '../../server/src/service/compose/key-hover';
import { nameAt } from '../../server/src/service/compose/names';
import { composeScene } from '../../server/src/service/compose/scene';
import { type ComposeSymbol, composeSymbols } from '../../server/src/service/compose/symbols';
import { type Span } from '../../server/src/text/span';
import { unknownContext } from '../../server/src/workspace/context';
import { budget, longest } from './budget';
import { documents } from './inputs';

const uri = 'file:///w/compose.yaml';

describe('language features in any Compose text', function () {
  this.timeout(0);

  it('neither throw nor hang, and stay inside it', () => {
    fc.assert(
      fc.property(documents('compose'), fc.double({ min: 0, max: 1, noNaN: true }), (text, where) => {
        const offset = Math.floor(where * text.length);
        const start = performance.now();
        const scene = composeScene({ uri, text }, unknownContext, []);
        const completions = composeCompletions(scene, offset);
        const spans = [
          ...completions.map(({ span }) => span),
          ...(nameAt(scene, offset)?.spots ?? []).map(({ span }) => span),
          ...fileLinks(scene).map(({ span }) => span),
          ...composeSymbols(scene.content).flatMap(spansOf),
          keyHover(scene, offset)?.span ?? { start: 0, end: 0 },
        ];
        const folds = composeFolds(scene.content.source);
        const took = performance.now() - start;
        assert.ok(took <= longest, `took ${Math.round(took)} ms`);
        for (const span of spans)
          assert.ok(0 <= span.start && span.start <= span.end && span.end <= text.length);
        for (const { span } of completions) {
          assert.ok(span.start <= offset && offset <= span.end);
          assert.doesNotMatch(text.slice(span.start, span.end), /[\r\n]/);
        }
        for (const { first, last } of folds)
          assert.ok(0 <= first && first < last && last < scene.content.source.lineCount);
      }),
      budget,
    );
  });
});

function spansOf({ span, nameSpan, children }: ComposeSymbol): readonly Span[] {
  assert.ok(span.start <= nameSpan.start && nameSpan.end <= span.end);
  return [span, ...children.flatMap(spansOf)];
}
