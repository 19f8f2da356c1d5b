import { replaceInList } from '../../../compose/edits';
import { type Volume } from '../../../compose/field';
import { insertPairs } from '../../../compose/insertion';
import { type Compose, type Service } from '../../../compose/model';
import { scalarOf } from '../../../compose/value';
import { replace } from '../../../text/edit';
import { valueOf } from '../../../text/known';
import { composeRule, type Fix } from '../../rule';
import { fixOf, markedTexts, sharedBy } from '../marked';
import { watchesHost } from './host-monitors';
import { sensitivePath, type SensitivePath } from './sensitive-paths';

interface Found extends SensitivePath {
  readonly volume: Volume;
  readonly path: string;
  readonly isWritten: boolean;
}

export const sensitiveHostPath = composeRule({
  id: 'sensitive-host-path',
  summary: 'A service must not be given the parts of the host that decide over it.',
  severity: 'error',
  fix: 'offer',
  messages: {
    written: '{path} is {what}: whoever breaks into the service can change it there.',
    read: '{path} is {what}: whoever breaks into the service can read it.',
    sockets: '{path} is {what}: whoever reaches that is root on the host, and :ro does not change it.',
  },
  sameAs: { composeLint: ['CL-0013', 'CL-0025'] },
  since: '0.1.0',
  check({ compose, report }) {
    for (const { what, services } of markedTexts(compose, (service) => found(compose, service), spanOf)) {
      const { volume, path, isWritten } = what;
      const severity = isWritten ? what.written : what.read;
      if (severity === undefined) continue;
      const isEqual = what.read === what.written;
      report({
        message: isEqual ? 'sockets' : isWritten ? 'written' : 'read',
        at: volume.form === 'long' ? (volume.sourceSpan ?? volume.value.span) : volume.value.span,
        data: { path, what: what.what },
        severity,
        offers: [isWritten && !isEqual ? readOnly(compose, services, volume) : undefined],
      });
    }
  },
});

function spanOf({ volume }: Found): Volume['value']['span'] {
  return volume.value.span;
}

function found(compose: Compose, service: Service): readonly Found[] {
  return service.volumes.flatMap((volume) => {
    const path = hostPath(compose, volume);
    const danger = path === undefined ? undefined : sensitivePath(path);
    if (path === undefined || danger === undefined) return [];
    // What is not known to be written is taken to be read.
    const isWritten = volume.readOnly.state === 'known' && !volume.readOnly.value;
    const isNeeded = !isWritten && danger.read !== danger.written && watchesHost(service);
    return isNeeded ? [] : [{ ...danger, volume, path, isWritten }];
  });
}

/** The path of the host that is mounted; `$HOME` as it is written, as what it holds does not matter. */
function hostPath(compose: Compose, { type, source, sourceSpan }: Volume): string | undefined {
  const kind = valueOf(type);
  if (kind === 'volume' || kind === 'tmpfs' || kind === 'image') return undefined;
  if (source.state === 'known') return source.value;
  if (sourceSpan === undefined || !compose.isOwn(sourceSpan)) return undefined;
  const text = compose.source.slice(sourceSpan).replace(/^["']|["']$/g, '');
  return /^\$(?:HOME|\{HOME\})(?:\/|$)/.test(text) ? text : undefined;
}

function readOnly(compose: Compose, services: readonly Service[], { value }: Volume): Fix | undefined {
  const title = 'Mount it read-only';
  if (value.kind === 'scalar') {
    const text = readOnlyText(value.text);
    return fixOf(title, replaceInList(compose, services, 'volumes', value, text), sharedBy(services));
  }
  if (value.kind !== 'map' || value.origin.kind === 'alias') return undefined;
  const present = scalarOf(value.get('read_only')?.value);
  const edits =
    present === undefined
      ? insertPairs(compose, value, { read_only: true })
      : [replace(present.span, 'true')];
  return fixOf(title, edits, sharedBy(services));
}

/** `/etc:/x` → `/etc:/x:ro`; of modes, `rw` gives way and others stay. */
function readOnlyText(text: string): string {
  const match = /^((?:\$\{[^}]*\}|[^:])*:(?:\$\{[^}]*\}|[^:])*):(.*)$/.exec(text);
  if (match === null) return `${text}:ro`;
  const [, mount = '', modes = ''] = match;
  const others = modes.split(',').filter((mode) => mode !== 'rw' && mode !== '');
  return `${mount}:${['ro', ...others].join(',')}`;
}
