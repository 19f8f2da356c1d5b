import { addDeclaration } from '../../../compose/edits';
import { type Compose, type Service } from '../../../compose/model';
import { replace } from '../../../text/edit';
import { valueOf } from '../../../text/known';
import { closest } from '../../../text/nearest';
import { type Span } from '../../../text/span';
import { composeRule, type Fix } from '../../rule';
import { fixOf } from '../marked';
import { declaredIn, isOpen, type Section, usesOf } from './declared';
import { buildLinks, ringsOf, type ServiceLink, serviceLinks } from './service-links';

/** @see https://docs.docker.com/reference/compose-file/services/ */
export const undefinedReference = composeRule({
  id: 'undefined-reference',
  summary: 'What a service names must be declared, and services must not wait for each other in a ring.',
  severity: 'error',
  fix: 'offer',
  messages: {
    service: '{key} names the service {name}, which is not declared.',
    serviceNear: '{key} names the service {name}, which is not declared; did you mean {nearest}?',
    section: '{name} is not declared among the top-level {section}.',
    sectionNear: '{name} is not declared among the top-level {section}; did you mean {nearest}?',
    ring: 'These services wait for each other, so that none can start: {ring}.',
    itself: '{name} waits for itself.',
    extendsRing: 'These services extend each other, so that none has an end: {ring}.',
    inactive:
      '{name} runs only with the profile {profile}, and {service} always: Compose refuses to start {service} without that profile.',
  },
  since: '0.1.0',
  check({ compose, context, report }) {
    if (compose.errors.length > 0) return;
    const said = new Set<string>();
    const isNew = (span: Span): boolean => {
      const id = `${span.start} ${span.end}`;
      const isSaid = said.has(id);
      said.add(id);
      return !isSaid;
    };
    const open = isOpen(compose);
    // COMPOSE_PROFILES in there may switch every profile on.
    const profilesAreOff = context.has('.env') === false;
    const names = compose.services.map(({ name }) => name);
    for (const service of compose.services) {
      for (const link of [...serviceLinks(service), ...buildLinks(service), ...extendsLinks(service)]) {
        const target = compose.service(link.name);
        if (target === undefined) {
          if (open || !link.isRequired || !isNew(link.span)) continue;
          const others = names.filter((name) => name !== service.name);
          const nearest = closest(link.name, others);
          report({
            message: nearest === undefined ? 'service' : 'serviceNear',
            at: link.span,
            data: { key: link.key, name: link.name, nearest: nearest ?? '' },
            offers: [renamed(compose, link.span, nearest)],
          });
        } else if (profilesAreOff && link.isRequired && !atBuild.has(link.key)) {
          const profile = missingProfile(service, target);
          if (profile === undefined || !isNew(link.span)) continue;
          report({
            message: 'inactive',
            at: link.span,
            data: { name: link.name, profile, service: service.name },
            severity: 'warning',
          });
        }
      }
      if (open) continue;
      for (const { section, name, span } of usesOf(service)) {
        const declared = declaredIn(compose, section);
        if (declared.has(name) || !isNew(span)) continue;
        const nearest = closest(name, [...declared]);
        report({
          message: nearest === undefined ? 'section' : 'sectionNear',
          at: span,
          data: { name, section, nearest: nearest ?? '' },
          offers: [renamed(compose, span, nearest), declare(compose, section, name)],
        });
      }
    }
    for (const { names: ring, link } of ringsOf(compose, serviceLinks))
      if (isNew(link.span))
        report({
          message: ring.length === 1 ? 'itself' : 'ring',
          at: link.span,
          data: { name: link.name, ring: [...ring, link.name].join(' → ') },
        });
    for (const { names: ring, link } of ringsOf(compose, extendsLinks))
      if (isNew(link.span))
        report({
          message: 'extendsRing',
          at: link.span,
          data: { ring: [...ring, link.name].join(' → ') },
        });
  },
});

/** Keys that name a service which need not run. */
const atBuild = new Set(['extends', 'additional_contexts']);

/** The service of the same file that a service extends. */
function extendsLinks(service: Service): readonly ServiceLink[] {
  const base = service.extends;
  const name = base?.service && valueOf(base.service.resolved);
  if (base?.service === undefined || base.file !== undefined || name === undefined) return [];
  return [{ key: 'extends', name, span: base.service.span, isRequired: true }];
}

/** A profile that must be on for the target, and need not be for the service. */
function missingProfile(service: Service, target: Service): string | undefined {
  if (service.profiles.length > 0 || service.inheritsUnknown || target.inheritsUnknown) return undefined;
  const [first] = target.profiles;
  return first && valueOf(first.resolved);
}

function renamed(compose: Compose, span: Span, name: string | undefined): Fix | undefined {
  if (name === undefined) return undefined;
  const quote = /^["']/.exec(compose.source.slice(span))?.[0] ?? '';
  return fixOf(`Write ${name}`, [replace(span, quote + name + quote)]);
}

function declare(compose: Compose, section: Section, name: string): Fix | undefined {
  if (section === 'models') return undefined;
  if (section === 'networks' || section === 'volumes')
    return fixOf(
      `Declare ${name} among the ${section}`,
      addDeclaration(compose, section, name, { raw: '{}' }),
    );
  const file = `./${name}.txt`;
  const edits = addDeclaration(compose, section, name, { map: { file } });
  return fixOf(`Declare ${name} among the ${section}`, edits, `The file ${file} must be made.`);
}
