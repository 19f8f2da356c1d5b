import { replaceInList } from '../../../compose/edits';
import { type Compose, type Service } from '../../../compose/model';
import { replaceScalar } from '../../../compose/scalar-edits';
import { type ScalarValue } from '../../../compose/value';
import { valueOf } from '../../../text/known';
import { composeRule, type Fix } from '../../rule';
import { fixOf, markedTexts, sharedBy } from '../marked';

/** @see https://docs.docker.com/engine/storage/tmpfs/ */
export const tmpfsExec = composeRule({
  id: 'tmpfs-exec',
  summary: 'What lies in memory must not be run.',
  severity: 'info',
  fix: 'offer',
  messages: {
    base: 'Docker mounts memory noexec; with exec, whoever breaks in has a place to write programs to and to run them from.',
  },
  sameAs: { composeLint: ['CL-0022'] },
  since: '0.1.0',
  check({ compose, report }) {
    for (const { what, services } of markedTexts(compose, executable, ({ span }) => span))
      report({ message: 'base', at: what.span, offers: [withoutExec(compose, what, services)] });
  },
});

function executable({ tmpfs }: Service): readonly ScalarValue[] {
  return tmpfs.filter(({ resolved }) => optionsOf(valueOf(resolved) ?? '').includes('exec'));
}

/** `/tmp:exec,size=64m`: what stands behind the colon. */
function optionsOf(text: string): readonly string[] {
  const colon = text.indexOf(':');
  return colon < 0 ? [] : text.slice(colon + 1).split(',');
}

function withoutExec(compose: Compose, item: ScalarValue, services: readonly Service[]): Fix | undefined {
  if (item.interpolation.variables.length > 0) return undefined;
  const { text } = item;
  const options = optionsOf(text).filter((option) => option !== 'exec');
  const path = text.slice(0, text.indexOf(':'));
  const changed = options.length === 0 ? path : `${path}:${options.join(',')}`;
  const isAlone = services.every((service) => service.entry('tmpfs')?.value.kind === 'scalar');
  const edits = !isAlone
    ? replaceInList(compose, services, 'tmpfs', item, changed)
    : compose.usersOf(item).every((user) => services.includes(user))
      ? [replaceScalar(item, changed, compose.style)]
      : undefined;
  return fixOf('Remove exec', edits, sharedBy(services));
}
