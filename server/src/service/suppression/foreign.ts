import { rulesOf } from '../../rules/registry';
import { type Language, type Tool } from '../../rules/rule';
import { HintedPattern } from '../../text/hinted-pattern';
import { type Suppression, type SuppressionComment } from './comment';

/** How another tool's ignore comment is written. */
interface Notation {
  readonly tool: Tool;
  readonly scope: Suppression['scope'];
  /** Its first group holds the list of that tool's ids; no group, or an empty one: everything the tool has. */
  readonly form: HintedPattern;
}

/**
 * The ignore comments that are honoured.
 * @see https://github.com/hadolint/hadolint#ignoring-rules
 * @see https://docs.docker.com/reference/dockerfile/#check
 * @see https://trivy.dev/latest/docs/configuration/filtering/
 * @see https://www.checkov.io/2.Basics/Suppressing%20and%20Skipping%20Policies.html
 * @see https://semgrep.dev/docs/ignoring-files-folders-code
 */
const notations: readonly Notation[] = [
  {
    tool: 'hadolint',
    scope: 'file',
    form: new HintedPattern(/^hadolint\s+global\s+ignore\s*=\s*([\w, ]+)/i, 'hadolint'),
  },
  {
    tool: 'hadolint',
    scope: 'target',
    form: new HintedPattern(/^hadolint\s+ignore\s*=\s*([\w, ]+)/i, 'hadolint'),
  },
  {
    tool: 'buildkit',
    scope: 'file',
    form: new HintedPattern(/^check\s*=\s*(?:error=\w+;)?\s*skip=([\w, ]+)/i, 'skip='),
  },
  { tool: 'trivy', scope: 'target', form: new HintedPattern(/^trivy:ignore:([\w-]+)/i, 'trivy') },
  { tool: 'checkov', scope: 'file', form: new HintedPattern(/^checkov:skip=([\w, ]+)/i, 'checkov') },
  {
    tool: 'semgrep',
    scope: 'target',
    form: new HintedPattern(/^nosemgrep(?::\s*([\w.,\- ]+))?/i, 'nosemgrep'),
  },
];

/**
 * Reads an ignore comment of another tool; absent where it is none or names nothing that we have a rule for.
 * @param language of the document that it stands in.
 */
export function foreignSuppression(comment: SuppressionComment, language: Language): Suppression | undefined {
  for (const { tool, scope, form } of notations) {
    const match = form.exec(comment.text);
    if (match === null) continue;
    const names = (match[1] ?? '').split(/[\s,]+/).filter((name) => name !== '');
    const ids =
      names.length === 0 ? everyId(tool, language) : names.flatMap((name) => idsOf(tool, name, language));
    return { tool: 'other', scope, ids: ids.map((id) => ({ id, span: comment.span })), comment };
  }
  return undefined;
}

/** Our rules for a language that another tool knows by this name. */
export function idsOf(tool: Tool, name: string, language: Language): readonly string[] {
  const wanted = normal(name);
  if (wanted === 'all') return everyId(tool, language);
  return index(tool, language).get(wanted) ?? [];
}

const indices = new Map<string, Map<string, string[]>>();

function index(tool: Tool, language: Language): Map<string, string[]> {
  const key = `${language} ${tool}`;
  let map = indices.get(key);
  if (map === undefined) {
    map = new Map();
    for (const { meta } of rulesOf(language))
      for (const name of meta.sameAs?.[tool] ?? []) {
        const ids = map.get(normal(name)) ?? [];
        map.set(normal(name), [...ids, meta.id]);
      }
    indices.set(key, map);
  }
  return map;
}

function everyId(tool: Tool, language: Language): readonly string[] {
  return [...index(tool, language).values()].flat();
}

/** Trivy has written one id as DS-0002, DS002 and AVD-DS-0002; semgrep's ids come with a path in front. */
function normal(name: string): string {
  return name
    .toLowerCase()
    .replace(/^avd-/, '')
    .replace(/^.*\./, '')
    .replace(/^ds-?0*(\d+)$/, 'ds-$1');
}
