import { type Volume } from '../../../compose/field';
import { readReferences } from '../../../compose/fields';
import { type Compose, type Service } from '../../../compose/model';
import { valueOf } from '../../../text/known';
import { type Span } from '../../../text/span';

/** A section of the file in which things are declared for services to name. */
export type Section = (typeof sections)[number];

const sections = ['networks', 'volumes', 'secrets', 'configs', 'models'] as const;

/** A place where a service names something that a section must declare. */
export interface Use {
  readonly section: Section;
  readonly name: string;
  /** Of the name, with its quotes where it stands alone. */
  readonly span: Span;
}

/** Whether a file that is not read may declare what is only named: an included one, or one that is completed. */
export function isOpen(compose: Compose): boolean {
  if (compose.errors.length > 0 || !compose.isWhole) return true;
  if (compose.services.some(({ isFragment }) => isFragment)) return true;
  return compose.topLevel('include').length > 0 && !readsOthers(compose);
}

/** Whether the other files of the project are known, so that what they declare is known as well. */
function readsOthers(compose: Compose): boolean {
  return (
    compose.services.some(({ nameSpan }) => !compose.isOwn(nameSpan)) ||
    sections.some((section) => compose.declared(section).some(({ keySpan }) => !compose.isOwn(keySpan)))
  );
}

/** Names that a section of the project declares. */
export function declaredIn(compose: Compose, section: Section): ReadonlySet<string> {
  const names = compose.declared(section).map(({ key }) => key);
  return new Set(section === 'networks' ? [...names, 'default'] : names);
}

/** Everything but services that a service names. */
export function usesOf(service: Service): readonly Use[] {
  const models = readReferences(service.entries('models').map(({ value }) => value));
  return [
    ...named('networks', service.networks),
    ...named('secrets', [...service.secrets, ...(service.build?.secrets ?? [])]),
    ...named('configs', service.configs),
    ...named('models', models),
    ...service.volumes.flatMap(volumeUse),
  ];
}

function named(section: Section, references: Service['networks']): readonly Use[] {
  return references.flatMap(({ name, span }) =>
    name.state === 'known' && name.value !== '' ? { section, name: name.value, span } : [],
  );
}

function volumeUse(volume: Volume): readonly Use[] {
  const name = valueOf(volume.source);
  if (valueOf(volume.type) !== 'volume' || name === undefined || name === '') return [];
  // What is no name is a path that was meant otherwise.
  if (!/^[a-zA-Z0-9][a-zA-Z0-9_.-]*$/.test(name)) return [];
  return [{ section: 'volumes', name, span: volume.sourceSpan ?? volume.value.span }];
}
