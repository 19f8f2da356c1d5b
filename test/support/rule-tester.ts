import assert from 'node:assert/strict';
import { type Fix, type Rule, type Severity } from '../../server/src/rules/rule';
import { type Finding } from '../../server/src/service/finding';
import { fixAll } from '../../server/src/service/fix-all';
import { type Settings } from '../../server/src/service/settings';
import { applyEdits } from '../../server/src/text/edit';
import { Source } from '../../server/src/text/source';
import { type Surroundings } from './context';
import { look, type LookOptions } from './look';
import { assertFixIsKept } from './fix-promise';
import { twinsOf, type Twin, withSmallKeywords } from './twins';

interface Case {
  /** Said in the test's name where the code does not speak for itself. */
  readonly name?: string;
  readonly code: string;
  readonly around?: Surroundings;
  readonly settings?: Partial<Settings>;
  /** The day of the look, where it is not that of all tests. */
  readonly today?: string;
  /** False where another way of writing (CRLF, BOM, tabs, back-tick) would be another case. */
  readonly twins?: boolean;
}

export type ValidCase = string | Case;

export interface InvalidCase extends Case {
  readonly findings: readonly ExpectedFinding[];
  /** The text after the rule's safe fixes; `null`: it has none here. */
  readonly output: string | null;
}

export interface ExpectedFinding {
  /** Id of a message of the rule, or the whole text that a person reads. */
  readonly message: string;
  /** The marked text; `\n` for line ends. */
  readonly at: string;
  /** Zero-based, where the marked text stands more than once. */
  readonly line?: number;
  readonly severity?: Severity;
  /** Every offer, in order. */
  readonly offers?: readonly ExpectedOffer[];
}

export interface ExpectedOffer {
  readonly title: string;
  /** What a person is asked to look at, where the case is about that. */
  readonly confirm?: string;
  readonly output: string;
  /** Text of the other files that it writes, by URI. */
  readonly others?: Readonly<Record<string, string>>;
}

/**
 * Tests a rule by a table. Rules that only `strict` has run in `strict`. For every invalid case it is also asserted that
 * each fix and offer parses, cures, brings no new finding of any rule, and changes nothing the second time; that the same
 * holds for the text with CRLF, a BOM, tabs and `# escape=`; and that it brings none in the profile `strict` either.
 */
export function ruleTester(
  rule: Rule,
  cases: { readonly valid: readonly ValidCase[]; readonly invalid: readonly InvalidCase[] },
): void {
  const settings: Partial<Settings> = rule.meta.severity === 'off' ? { profile: 'strict' } : {};
  describe(`${rule.language} rule ${rule.meta.id}`, () => {
    for (const given of cases.valid) {
      const each = typeof given === 'string' ? { code: given } : given;
      it(`is silent: ${title(each)}`, () => {
        assert.deepEqual(described(each.code, run(rule, each.code, each, settings)), []);
        for (const { name, turn } of turned(rule, each)) {
          const code = turn(each.code);
          assert.deepEqual(described(code, run(rule, code, each, settings)), [], name);
        }
      });
    }
    for (const each of cases.invalid)
      it(`reports: ${title(each)}`, () => {
        checkInvalid(rule, each, settings, { name: 'as written', turn: (text) => text });
        for (const twin of turned(rule, each)) checkInvalid(rule, each, settings, twin);
        checkStrict(rule, each);
      });
  });
}

function turned(rule: Rule, each: Case): readonly Twin[] {
  return each.twins === false ? [] : twinsOf(rule.language, each.code);
}

function title({ name, code }: Case): string {
  return name ?? code.trim().replace(/\s+/g, ' ').slice(0, 90);
}

function run(rule: Rule, code: string, each: Case, settings: Partial<Settings>): readonly Finding[] {
  return look(rule.language, code, {
    around: each.around,
    settings: { ...settings, ...each.settings },
    today: each.today,
    rules: [rule],
  }).filter((finding) => finding.rule === rule.meta.id);
}

function described(code: string, findings: readonly Finding[]): readonly string[] {
  return findings.map(
    ({ message, span }) => `${JSON.stringify(code.slice(span.start, span.end))}: ${message}`,
  );
}

function checkInvalid(
  rule: Rule,
  each: InvalidCase,
  settings: Partial<Settings>,
  { name, turn }: Twin,
): void {
  const code = turn(each.code);
  const options = {
    around: each.around,
    settings: { ...settings, ...each.settings },
    today: each.today,
  };
  const findings = run(rule, code, each, settings);
  assert.equal(
    findings.length,
    each.findings.length,
    `${name}: expected ${each.findings.length} findings, got\n${described(code, findings).join('\n')}`,
  );
  each.findings.forEach((expected, index) => {
    const finding = findings[index];
    assert.ok(finding !== undefined);
    assertFinding(rule, code, finding, expected, name, turn('x').startsWith('# escape') ? 1 : 0);
    assertOffers(rule, code, finding, expected, { name, turn }, options);
  });

  const again = (text: string) => run(rule, text, each, settings);
  const output = applyEdits(code, fixAll(code, again));
  assert.equal(output, each.output === null ? code : turn(each.output), `${name}: text after the safe fixes`);
  if (each.output === null) return;
  assertFixIsKept(rule, code, output, options, `${name}: safe fix`);
  assert.deepEqual(fixAll(output, again), [], `${name}: a second pass changes the text`);
}

/** What is offered where every rule is on keeps law 4 there; and so in a file whose keywords are written small. */
function checkStrict(rule: Rule, each: InvalidCase): void {
  const settings: Partial<Settings> = { ...each.settings, profile: 'strict' };
  const options = { around: each.around, settings, today: each.today };
  const codes = rule.language === 'dockerfile' ? [each.code, withSmallKeywords(each.code)] : [each.code];
  for (const code of codes)
    for (const { fix, offers } of run(rule, code, each, settings))
      for (const repair of fix === undefined ? offers : [fix, ...offers]) {
        const output = applyEdits(code, repair.edits);
        const around = withOthers(options.around, repair);
        const what = `in the profile strict: "${repair.title}"`;
        if (output !== code || around !== options.around)
          assertFixIsKept(rule, code, output, options, what, around);
      }
}

function assertFinding(
  rule: Rule,
  code: string,
  finding: Finding,
  expected: ExpectedFinding,
  name: string,
  linesAbove: number,
): void {
  const marked = code.slice(finding.span.start, finding.span.end);
  assert.equal(
    marked.replaceAll('\r\n', '\n').replaceAll('`\n', '\\\n'),
    expected.at,
    `${name}: marked text`,
  );
  const template = rule.meta.messages[expected.message];
  if (template === undefined) assert.equal(finding.message, expected.message, `${name}: message`);
  else assert.match(finding.message, patternOf(template), `${name}: message`);
  assert.doesNotMatch(
    finding.message,
    /(?<!\$)\{\w+\}/,
    `${name}: a placeholder of the message was not filled`,
  );
  if (expected.severity !== undefined) assert.equal(finding.severity, expected.severity, `${name}: severity`);
  if (expected.line !== undefined)
    assert.equal(new Source(code).lineAt(finding.span.start) - linesAbove, expected.line, `${name}: line`);
}

function patternOf(template: string): RegExp {
  const parts = template.split(/\{\w+\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('[^]*')}$`);
}

function assertOffers(
  rule: Rule,
  code: string,
  { offers }: Finding,
  expected: ExpectedFinding,
  { name, turn }: Twin,
  options: LookOptions,
): void {
  const wanted = expected.offers ?? [];
  assert.deepEqual(
    offers.map((offer) => offer.title),
    wanted.map((offer) => offer.title),
    `${name}: titles of the offers`,
  );
  wanted.forEach((want, index) => {
    const offer = offers[index];
    assert.ok(offer !== undefined);
    if (want.confirm !== undefined) assert.equal(offer.confirm, want.confirm, `${name}: what to look at`);
    const output = applyEdits(code, offer.edits);
    assert.equal(output, turn(want.output), `${name}: text after "${want.title}"`);
    assert.deepEqual(othersOf(offer), want.others ?? {}, `${name}: other files of "${want.title}"`);
    const around = withOthers(options.around, offer);
    if (output !== code || around !== options.around)
      assertFixIsKept(rule, code, output, options, `${name}: "${want.title}"`, around);
  });
}

/** The surroundings after what a fix writes into Dockerfiles. */
function withOthers(around: Surroundings | undefined, { others = [] }: Fix): Surroundings | undefined {
  const { dockerfiles } = around ?? {};
  if (dockerfiles === undefined || others.length === 0) return around;
  const changed = others.map(({ uri, edits }) => {
    const path = uri.replace('file:///w/', '');
    return [path, applyEdits(dockerfiles[path] ?? '', edits)] as const;
  });
  return { ...around, dockerfiles: { ...dockerfiles, ...Object.fromEntries(changed) } };
}

function othersOf({ others }: Fix): Readonly<Record<string, string>> {
  return Object.fromEntries(
    (others ?? []).map(({ uri, edits }) => [uri, edits.map((e) => e.newText).join('')]),
  );
}
