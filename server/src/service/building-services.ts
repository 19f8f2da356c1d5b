import { chainOf } from '../dockerfile/chain';
import { type Dockerfile, type Stage } from '../dockerfile/model';
import { parseDockerfile } from '../dockerfile/parse';
import { type Related, type Rule } from '../rules/rule';
import { contains } from '../text/span';
import { type ComposeBuild } from '../workspace/compose-builds';
import { type RuleFinding } from './rule-finding';
import { type RuleFailure, type RunConditions, runRules } from './run-rules';

/** So many services are named beside a finding. */
const mostNamed = 3;

/**
 * What is found in a Dockerfile, beside it the services of Compose files that it is due to: those that build a stage which
 * nobody would run otherwise. Which findings these are is seen by looking without the services.
 */
export function withBuildingServices(
  findings: readonly RuleFinding[],
  dockerfile: Dockerfile,
  rules: readonly Rule[],
  conditions: RunConditions,
  failed: RuleFailure,
): readonly RuleFinding[] {
  const { context, settings } = conditions;
  const { builds = [] } = context;
  if (builds.length === 0) return findings;
  const services = servicesOf(dockerfile, builds);
  const asked = findings.filter((each) => placesOf(each, services).length > 0);
  if (asked.length === 0) return findings;
  const { source } = dockerfile;
  const { hardenedImageMirrors } = settings;
  const ids = new Set(asked.map(({ rule }) => rule));
  const others = runRules(
    rules.filter(({ language, meta }) => language === 'dockerfile' && ids.has(meta.id)),
    { language: 'dockerfile', source, dockerfile: parseDockerfile(source, { hardenedImageMirrors }) },
    conditions,
    failed,
  );
  const independent = new Set(others.map(placeId));
  return findings.map((each) => {
    const places = independent.has(placeId(each)) ? [] : placesOf(each, services);
    return places.length === 0 ? each : each.withRelated(places);
  });
}

type Services = ReadonlyMap<Stage, readonly Related[]>;

/** The services for whose sake a stage is shipped: it is, or is below, their target and not the last stage. */
function servicesOf(dockerfile: Dockerfile, builds: readonly ComposeBuild[]): Services {
  const services = new Map<Stage, Related[]>();
  const last = dockerfile.stages.at(-1);
  const shipped = new Set(last && chainOf(last));
  for (const { service, target, targetPlace: place } of builds) {
    const stage = target === undefined ? undefined : dockerfile.stage(target);
    if (stage === undefined || place === undefined) continue;
    const related: Related = {
      at: place.span,
      text: `The service ${service.name} runs the stage ${stage.name ?? String(stage.index)}.`,
      file: place,
    };
    for (const each of chainOf(stage)) {
      if (shipped.has(each)) continue;
      const present = services.get(each);
      if (present === undefined) services.set(each, [related]);
      else if (!present.some(({ text }) => text === related.text)) present.push(related);
    }
  }
  return services;
}

function placesOf({ span }: RuleFinding, services: Services): readonly Related[] {
  return [...services]
    .filter(([stage]) => contains(stage.span, span))
    .flatMap(([, places]) => places)
    .slice(0, mostNamed);
}

function placeId({ rule, span }: RuleFinding): string {
  return `${rule} ${span.start} ${span.end}`;
}
