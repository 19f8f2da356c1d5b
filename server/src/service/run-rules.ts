import { type Compose } from '../compose/model';
import { lazy } from '../dockerfile/lazy';
import { type Dockerfile } from '../dockerfile/model';
import { namesHardenedImage } from '../rules/dockerfile/images/hardened-images';
import { pageUrl } from '../rules/page-url';
import {
  type ComposeRule,
  type DockerfileRule,
  type Report,
  type Rule,
  type RuleContext,
  type RuleMeta,
} from '../rules/rule';
import { type Source } from '../text/source';
import { type BuildContext } from '../workspace/context';
import { inDocument } from './in-document';
import { fillMessage } from './message';
import { grade, type Grading } from './profiles';
import { RuleFinding } from './rule-finding';
import { type Settings } from './settings';

/** What rules look at: the model of one version of a document. */
export type Model =
  | { readonly language: 'dockerfile'; readonly source: Source; readonly dockerfile: Dockerfile }
  | { readonly language: 'compose'; readonly source: Source; readonly compose: Compose };

/** False where YAML is broken: what its author meant is a guess then, and an edit built on a guess keeps no promise. */
export function isWhole(model: Model): boolean {
  return model.language === 'dockerfile' || model.compose.errors.length === 0;
}

/** What a run of the rules depends on beside the document. */
export interface RunConditions {
  readonly context: BuildContext;
  readonly settings: Settings;
  /** The day, as `2026-01-31`. */
  readonly today: string;
}

/** Told of a rule that threw; the rule then says nothing about the document. */
export type RuleFailure = (rule: RuleMeta, error: unknown) => void;

/** What the rules that are on say about a model, in the order of the registry, suppressions not yet applied. */
export function runRules(
  rules: readonly Rule[],
  model: Model,
  { context, settings, today }: RunConditions,
  failed: RuleFailure,
): RuleFinding[] {
  const findings: RuleFinding[] = [];
  const canBeFixed = isWhole(model);
  let now: ActiveRule<Rule> | undefined;
  const base: RuleContext = {
    source: model.source,
    context,
    options: settings,
    today,
    isOn: (rule) => grade(rule, settings).severity !== 'off',
    report: (report) => {
      const here = model.language === 'compose' ? inDocument(report, model.compose) : report;
      if (now === undefined || here === undefined) return;
      const finding = toFinding(now, canBeFixed ? here : withoutFixes(here));
      if (isWanted(finding, now.grading, settings)) findings.push(finding);
    },
  };
  const run = <C extends RuleContext>(active: readonly ActiveRule<RuleFor<C>>[], ruleContext: C): void => {
    for (const each of active) {
      const before = findings.length;
      now = each;
      try {
        each.rule.check(ruleContext);
      } catch (error) {
        findings.length = before;
        failed(each.rule.meta, error);
      }
    }
  };
  const { dockerfile, compose } = activeRules(rules, settings);
  if (model.language === 'compose') run(compose, { ...base, compose: model.compose });
  else {
    const named = lazy(() => namesHardenedImage(model.dockerfile, settings));
    run(
      dockerfile.filter(
        ({ rule }) => isMentioned(rule, model.source) && (rule.about !== 'hardened images' || named()),
      ),
      { ...base, dockerfile: model.dockerfile },
    );
  }
  return findings;
}

type RuleFor<C> = Rule & { check(context: C): void };

function isMentioned({ mentions }: DockerfileRule, source: Source): boolean {
  return mentions === undefined || source.mentions(mentions);
}

/** A rule that is on. */
interface ActiveRule<R extends Rule> {
  readonly rule: R;
  readonly grading: Grading;
}

interface ActiveRules {
  readonly dockerfile: readonly ActiveRule<DockerfileRule>[];
  readonly compose: readonly ActiveRule<ComposeRule>[];
}

const activeOf = new WeakMap<readonly Rule[], WeakMap<Settings, ActiveRules>>();

/** The rules that the settings leave on, kept for as long as both are: each language has its own list. */
function activeRules(rules: readonly Rule[], settings: Settings): ActiveRules {
  let bySettings = activeOf.get(rules);
  if (bySettings === undefined) activeOf.set(rules, (bySettings = new WeakMap<Settings, ActiveRules>()));
  const before = bySettings.get(settings);
  if (before !== undefined) return before;
  const isOn = ({ grading }: ActiveRule<Rule>): boolean => grading.severity !== 'off';
  const graded = <R extends Rule>(rule: R): ActiveRule<R> => ({ rule, grading: grade(rule.meta, settings) });
  const active = {
    dockerfile: rules
      .filter((rule) => rule.language === 'dockerfile')
      .map(graded)
      .filter(isOn),
    compose: rules
      .filter((rule) => rule.language === 'compose')
      .map(graded)
      .filter(isOn),
  };
  bySettings.set(settings, active);
  return active;
}

function withoutFixes(report: Report): Report {
  return {
    ...report,
    fix: undefined,
    offers: [],
    findOffers: () => [],
    ...(report.lack && { lack: { ...report.lack, additions: [] } }),
  };
}

/** A rule that is an error may grade some of what it finds lower: `minimal` leaves that out. */
function isWanted(finding: RuleFinding, grading: Grading, settings: Settings): boolean {
  return grading.chosen || settings.profile !== 'minimal' || finding.severity === 'error';
}

function toFinding({ rule: { meta, language }, grading }: ActiveRule<Rule>, report: Report): RuleFinding {
  const graded = grading.chosen ? undefined : report.severity;
  return new RuleFinding(
    {
      rule: meta.id,
      language,
      severity: graded ?? (grading.severity === 'off' ? 'hint' : grading.severity),
      message: fillMessage(meta.messages[report.message] ?? report.message, report.data),
      url: pageUrl(meta.id),
    },
    report,
  );
}
