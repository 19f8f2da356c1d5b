import { type WatchRule } from '../../../compose/field';
import { type Compose, type Service } from '../../../compose/model';
import { renderBlock } from '../../../compose/render';
import { columnOf } from '../../../compose/style';
import { type ListValue } from '../../../compose/value';
import { type Edit, insert } from '../../../text/edit';
import { valueOf } from '../../../text/known';
import { type BuildContext } from '../../../workspace/context';
import { composeRule } from '../../rule';
import { fixOf, markedTexts } from '../marked';
import { folderName, relativePath } from './paths';

/** The list of rules that lacks one for the lock file. */
interface Unwatched {
  readonly list: ListValue;
  readonly rule: WatchRule;
  /** Path of the lock file, as a rule would name it. */
  readonly lock: string;
}

/** @see https://docs.astral.sh/uv/guides/integration/docker/#configuring-watch-with-docker-compose */
export const watchRebuildLock = composeRule({
  id: 'watch-rebuild-lock',
  summary: 'A watch of a uv project must rebuild where its dependencies change.',
  severity: 'hint',
  fix: 'offer',
  messages: {
    base: 'New dependencies do not reach the running container by a sync: watch {lock} with the action rebuild.',
  },
  since: '0.1.0',
  check({ compose, context, report }) {
    const found = markedTexts(
      compose,
      (service) => unwatched(service, context),
      ({ list }) => list.span,
    );
    for (const { what } of found) {
      const { rule, list, lock } = what;
      const at = rule.value.get('path')?.span ?? rule.value.span;
      const edits = addRule(compose, list, lock);
      report({ message: 'base', at, data: { lock }, offers: [fixOf(`Rebuild on ${lock}`, edits)] });
    }
  },
});

function unwatched(service: Service, context: BuildContext): readonly Unwatched[] {
  const develop = service.entry('develop')?.value;
  const list = develop?.kind === 'map' ? develop.get('watch')?.value : undefined;
  if (list?.kind !== 'list' || service.watch.some(mayRebuild)) return [];
  for (const rule of service.watch) {
    const written = rule.path && valueOf(rule.path.resolved);
    const path = written === undefined ? undefined : relativePath(written);
    if (path === undefined || valueOf(rule.action)?.startsWith('sync') !== true) continue;
    if (context.hasIn(folderName(path), 'uv.lock') !== true) continue;
    return [{ list, rule, lock: path === '' ? './uv.lock' : `./${path}/uv.lock` }];
  }
  return [];
}

/** A rule that rebuilds for the lock file, for `pyproject.toml`, for a folder with both, or for what is not known. */
function mayRebuild({ action, path }: WatchRule): boolean {
  if (action.state !== 'known' || path?.resolved.state !== 'known') return true;
  const name = path.resolved.value.replace(/\/$/, '').split('/').at(-1) ?? '';
  return (
    action.value === 'rebuild' && (!name.includes('.') || /^(?:\.{0,2}|uv\.lock|pyproject\.toml)$/.test(name))
  );
}

function addRule(compose: Compose, list: ListValue, lock: string): readonly Edit[] | undefined {
  const { source, style } = compose;
  const last = list.items.at(-1);
  if (last === undefined || list.origin.kind !== 'own' || last.origin.kind !== 'own') return undefined;
  if (list.flow) return [insert(last.span.end, `, { action: rebuild, path: ${lock} }`)];
  const column = columnOf(source, list.span.start);
  const inner = ' '.repeat(column + 2);
  const first = `${' '.repeat(column)}- ${renderBlock('action', 'rebuild', inner, style)}`;
  const second = inner + renderBlock('path', lock, inner, style);
  const end = source.lineSpan(source.lineAt(Math.max(last.span.start, last.span.end - 1))).end;
  return [insert(end, style.eol + first + style.eol + second)];
}
