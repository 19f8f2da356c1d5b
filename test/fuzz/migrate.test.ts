import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Instruction } from '../../server/src/dockerfile/model';
import { parseDockerfile } from '../../server/src/dockerfile/parse';
import { type Plan, type Step } from '../../server/src/migrate/plan';
import { planText } from '../../server/src/migrate/plan-text';
import { conflict } from '../../server/src/text/edit';
import { Source } from '../../server/src/text/source';
import { type Span } from '../../server/src/text/span';
import { fixtures, migrated, outputOf } from '../migrate/fixture';
import { type Surroundings } from '../support/context';
import { faults } from '../support/faults';
import { budget, longest } from './budget';
import { documents, mixtures, mutations } from './inputs';

interface Case {
  readonly text: string;
  readonly around: Surroundings;
}

/** Any text, and Dockerfiles of the fixtures with stretches changed, in their own build context and in none. */
function cases(): fc.Arbitrary<Case> {
  const all = fixtures();
  const texts = all.map(({ text }) => text);
  const ofFixtures = fc
    .oneof(mutations(texts), mixtures(texts))
    .chain((text) =>
      fc
        .constantFrom({}, { targets: ['0'] }, ...all.map(({ around }) => around))
        .map((around) => ({ text, around })),
    );
  return fc.oneof(
    { weight: 1, arbitrary: documents('dockerfile').map((text) => ({ text, around: {} })) },
    { weight: 4, arbitrary: ofFixtures },
  );
}

describe('the migration of any text', function () {
  this.timeout(0);

  it('ends with a plan or with reasons, in time', () => {
    check(({ text, around }) => {
      const start = process.cpuUsage();
      const result = migrated(text, around);
      // Of the processor, not of the clock, which goes on while others have it.
      const took = process.cpuUsage(start).user / 1000;
      assert.ok(took <= longest, `took ${Math.round(took)} ms`);
      if (result.kind === 'refusal') assert.ok(result.reasons.length > 0);
      assert.ok(planText(result, new Source(text)).trim() !== '');
    });
  });

  it('has steps of their own that do not touch each other', () => {
    checkPlans((_, { steps }) => {
      const ids = steps.map(({ id }) => id);
      assert.deepEqual(ids, [...new Set(ids)]);
      const edits = steps.flatMap((step) => step.edits);
      for (const [index, edit] of edits.entries())
        for (const other of edits.slice(index + 1))
          assert.ok(!conflict(edit, other), JSON.stringify([edit, other]));
    });
  });

  it('leaves a file that parses as well as before, in which nothing is left to do', () => {
    checkPlans(({ text, around }, _, output) => {
      assert.ok(faults('dockerfile', output) <= faults('dockerfile', text), output);
      assert.equal(outputOf(output, migrated(output, around)), undefined);
    });
  });

  it('lets no instruction and no comment go of which the plan says nothing', () => {
    checkPlans(({ text }, { steps }, output) => {
      const [before, after] = [parseDockerfile(text), parseDockerfile(output)];
      const texts = new Set(after.instructions.map(textOf));
      for (const instruction of before.instructions)
        if (!texts.has(textOf(instruction)))
          assert.ok(isNamed(instruction.span, steps), `${textOf(instruction)}\n->\n${output}`);
      const comments = new Set(after.comments.map((comment) => comment.text));
      for (const { text: comment, span } of before.comments)
        assert.ok(comments.has(comment) || isNamed(span, steps), `# ${comment}\n->\n${output}`);
    });
  });
});

function check(property: (each: Case) => void): void {
  fc.assert(fc.property(cases(), property), budget);
}

/** Of those texts that are changed. */
function checkPlans(property: (each: Case, plan: Plan, output: string) => void): void {
  check((each) => {
    const result = migrated(each.text, each.around);
    const output = outputOf(each.text, result);
    if (result.kind === 'plan' && output !== undefined) property(each, result, output);
  });
}

function textOf({ keyword, text }: Instruction): string {
  return `${keyword} ${text.text.replace(/\s+/g, ' ').trim()}`;
}

/** Whether a step changes the place, or a smaller change that went along with lines which the split moves. */
function isNamed({ start, end }: Span, steps: readonly Step[]): boolean {
  return steps.some(({ id, edits, parts = [] }) => {
    if (id === 'split' && parts.length > 0) return true;
    return id !== 'comments' && edits.some(({ span }) => span.start <= end && start <= span.end);
  });
}
