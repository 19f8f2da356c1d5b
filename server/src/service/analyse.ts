import { type Compose } from '../compose/model';
import { readComposeText } from '../compose/text';
import { viewsOf } from '../compose/views';
import { parseDockerfile } from '../dockerfile/parse';
import { rulesOf } from '../rules/registry';
import { type Language, type Rule } from '../rules/rule';
import { Source } from '../text/source';
import { type BuildContext, type SeenCompose } from '../workspace/context';
import { withBuildingServices } from './building-services';
import { byWeight, type Finding, type SingleFinding } from './finding';
import { joinLacks } from './join-lacks';
import { isWhole, runRules, type Model, type RuleFailure } from './run-rules';
import { type Settings } from './settings';
import { tooLarge } from './size-cap';
import { applySuppressions } from './suppression/apply';
import { suppressionsOf } from './suppression/collect';
import { type Suppression } from './suppression/comment';
import { idsOf } from './suppression/foreign';
import { unusedSuppressions } from './suppression/unused';

/** All that one look at a document gives. */
export interface Analysis {
  /** Absent for a document that is too large. */
  readonly model?: Model;
  readonly suppressions: readonly Suppression[];
  /** Sorted by place, then by weight. */
  readonly findings: readonly Finding[];
  /** What comments in the document silence, sorted. */
  readonly silenced: readonly Finding[];
}

export interface AnalysisInput {
  readonly language: Language;
  readonly text: string;
  readonly context: BuildContext;
  readonly settings: Settings;
  /** The day, as `2026-01-31`: some faults begin on one. */
  readonly today: string;
  readonly failed: RuleFailure;
  /** The model of an earlier version of the document: what stands unchanged is not read again. */
  readonly before?: Model | undefined;
  /** Other than those of the registry: for the tests of a single rule. */
  readonly rules?: readonly Rule[];
}

/** Looks at a text. Pure, never throws. */
export function analyse(input: AnalysisInput): Analysis {
  const { language, text, context, settings, today, failed } = input;
  const source = new Source(text);
  if (!settings.enable) return { suppressions: [], findings: [], silenced: [] };
  const large = tooLarge(source, language);
  if (large !== undefined) return { suppressions: [], findings: [large], silenced: [] };
  const [model, ...others] = modelsOf(input, source);
  const suppressions = suppressionsOf(model);
  const ignored = new Set(context.hadolintIgnored.flatMap((name) => idsOf('hadolint', name, 'dockerfile')));
  const asked = input.rules ?? rulesOf(language);
  const conditions = { context, settings, today };
  const look = (each: Model): readonly SingleFinding[] => {
    const found = runRules(asked, each, conditions, failed);
    return each.language === 'dockerfile'
      ? withBuildingServices(found, each.dockerfile, asked, conditions, failed)
      : found;
  };
  const found = others
    .reduce((before, each) => withNew(before, look(each)), look(model))
    .filter(({ rule }) => !ignored.has(rule));
  const { kept, silenced, unused } = applySuppressions(found, suppressions);
  const idle = isWhole(model) ? unusedSuppressions(unused, source, language, settings) : [];
  const findings: readonly SingleFinding[] = [...kept, ...idle];
  return {
    model,
    suppressions,
    findings: joinLacks(inOrder(findings)),
    silenced: joinLacks(inOrder(silenced)),
  };
}

/** The model of a document, and for a Compose file that takes part in several projects one for each. */
function modelsOf(
  { language, context, settings, before }: AnalysisInput,
  source: Source,
): readonly [Model, ...Model[]] {
  const { targets, compose: seen } = context;
  const { hardenedImageMirrors } = settings;
  if (language === 'dockerfile') {
    const last = before?.language === 'dockerfile' ? before.dockerfile : undefined;
    const dockerfile = parseDockerfile(source, { shippedTargets: targets, hardenedImageMirrors }, last);
    return [{ language, source, dockerfile }];
  }
  const [first, ...others] = composeViews(source, seen, hardenedImageMirrors);
  const toModel = (compose: Compose): Model => ({ language, source: compose.source, compose });
  return [toModel(first), ...others.map(toModel)];
}

/** Fixes are tried on texts that the surroundings do not know yet. */
function composeViews(
  source: Source,
  seen: SeenCompose | undefined,
  hardenedImageMirrors: readonly string[],
): readonly [Compose, ...Compose[]] {
  const isSame = seen?.content.source.text === source.text;
  if (isSame && seen.hardenedImageMirrors === hardenedImageMirrors) return seen.views;
  const { uri, projects } = seen ?? { uri: '', projects: [] };
  const content = isSame ? seen.content : readComposeText(source);
  return viewsOf({ uri, content, projects, hardenedImageMirrors });
}

/** What another project finds at places where none before it found the same fault. */
function withNew(
  before: readonly SingleFinding[],
  found: readonly SingleFinding[],
): readonly SingleFinding[] {
  const placeOf = ({ rule, span }: SingleFinding): string => `${rule} ${span.start} ${span.end}`;
  const places = new Set(before.map(placeOf));
  return [...before, ...found.filter((finding) => !places.has(placeOf(finding)))];
}

/** Sorted, and what one rule says twice of one place said once. */
function inOrder(findings: readonly SingleFinding[]): readonly SingleFinding[] {
  const sorted = [...findings].sort(
    (a, b) =>
      a.span.start - b.span.start || byWeight(a, b) || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0),
  );
  return sorted.filter((finding, at) => !isSaidBefore(finding, sorted, at));
}

/** What begins at one place stands together. */
function isSaidBefore(
  { rule, span, message }: SingleFinding,
  sorted: readonly SingleFinding[],
  at: number,
): boolean {
  for (let earlier = at - 1; earlier >= 0; earlier--) {
    const before = sorted[earlier];
    if (before?.span.start !== span.start) return false;
    if (before.rule === rule && before.span.end === span.end && before.message === message) return true;
  }
  return false;
}
