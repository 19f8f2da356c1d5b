import { appendToList, type Edits } from '../../../compose/edits';
import { type WatchRule } from '../../../compose/field';
import { insertPairs } from '../../../compose/insertion';
import { type Compose, type Service } from '../../../compose/model';
import { valueOf } from '../../../text/known';
import { type BuildContext } from '../../../workspace/context';
import { composeRule } from '../../rule';
import { fixOf, markedTexts } from '../marked';
import { below, folderName, relativePath } from './paths';

interface Unignored {
  readonly rule: WatchRule;
  /** What the rule must ignore, relative to its path. */
  readonly pattern: string;
}

/** @see https://docs.astral.sh/uv/guides/integration/docker/#configuring-watch-with-docker-compose */
export const watchVenv = composeRule({
  id: 'watch-venv',
  summary: "A watch that syncs a uv project must leave out the host's virtual environment.",
  severity: 'warning',
  fix: 'safe',
  messages: {
    base: "This sync copies the host's .venv over the container's, whose interpreter and binaries are others: add {pattern} to ignore.",
  },
  since: '0.1.0',
  check({ compose, context, report }) {
    const found = markedTexts(
      compose,
      (service) => service.watch.flatMap((rule) => unignored(service, rule, context) ?? []),
      ({ rule }) => rule.value.span,
    );
    for (const { what } of found) {
      const { rule, pattern } = what;
      const path = rule.path;
      if (path === undefined) continue;
      report({
        message: 'base',
        at: rule.value.get('path')?.span ?? path.span,
        data: { pattern },
        fix: fixOf(`Ignore ${pattern}`, ignore(compose, rule, pattern)),
      });
    }
  },
});

function unignored(service: Service, rule: WatchRule, context: BuildContext): Unignored | undefined {
  const action = valueOf(rule.action);
  const path = relativeOf(rule.path && valueOf(rule.path.resolved));
  if (action?.startsWith('sync') !== true || path === undefined || service.build === undefined)
    return undefined;
  const root = relativeOf(
    service.build.context === undefined ? '.' : valueOf(service.build.context.resolved),
  );
  // Compose leaves out what the context's .dockerignore names, and what that file says is not known here.
  if (root === undefined || context.hasIn(folderName(root), '.dockerignore') !== false) return undefined;
  const project = [path, root].find((folder) => context.hasIn(folderName(folder), 'uv.lock') === true);
  const inside = project === undefined ? undefined : below(path, project);
  if (inside === undefined) return undefined;
  const pattern = inside === '' ? '.venv/' : `${inside}/.venv/`;
  const isIgnored = rule.ignore.some((item) => {
    const text = valueOf(item.resolved);
    return (
      text === undefined ||
      /(?:^|\/)(?:\.venv|\.\*|\*\*?)\/?$/.test(text) ||
      `${inside}/.venv`.startsWith(`${relativePath(text) ?? '?'}/`)
    );
  });
  return isIgnored ? undefined : { rule, pattern };
}

function relativeOf(path: string | undefined): string | undefined {
  return path === undefined ? undefined : relativePath(path);
}

function ignore(compose: Compose, { value }: WatchRule, pattern: string): Edits {
  const present = value.get('ignore')?.value;
  if (present?.kind === 'list') return appendToList(compose, present, [pattern]);
  return present === undefined ? insertPairs(compose, value, { ignore: [pattern] }) : undefined;
}
