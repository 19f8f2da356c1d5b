import { insert } from '../../text/edit';
import { type Fix } from '../../rules/rule';
import { type Span } from '../../text/span';
import { type Finding, rulesOf } from '../finding';
import { type Model } from '../run-rules';
import { type Suppression } from './comment';

/**
 * The edits that silence a finding by a comment of ours: here, and in the whole file. Where it speaks for several rules, all
 * of them together, and here also each alone.
 */
export function suppressionFixes(
  finding: Finding,
  model: Model,
  suppressions: readonly Suppression[],
): readonly Fix[] {
  const rules = rulesOf(finding);
  const alone = rules.length === 1 ? [] : rules.map((rule) => [rule]);
  return [
    ignoreHere(finding, rules, model, suppressions),
    ignoreInFile(rules, model, suppressions),
    ...alone.map((rule) => ignoreHere(finding, rule, model, suppressions)),
  ].filter((fix) => fix !== undefined);
}

function ignoreHere(
  finding: Finding,
  rules: readonly string[],
  model: Model,
  suppressions: readonly Suppression[],
): Fix | undefined {
  const place = model.language === 'dockerfile' ? 'this instruction' : 'this line';
  const title = `Ignore ${quoted(rules)} for ${place}`;
  const target = targetOf(finding, model);
  if (target === undefined) return undefined;
  const present = suppressions.find(
    ({ tool, scope, comment }) =>
      tool === 'bulwark' && scope === 'target' && comment.target?.start === target.start,
  );
  if (present !== undefined) return extend(title, present, rules);
  const { source } = model;
  const line = source.lineAt(target.start);
  const comment = `# bulwark ignore=${rules.join(',')}`;
  if (model.language === 'compose' && canEndInComment(source.slice(source.lineSpan(line))))
    return { title, edits: [insert(source.lineSpan(line).end, ` ${comment}`)] };
  const start = source.lineSpan(line).start;
  return { title, edits: [insert(start, `${source.indentAt(line)}${comment}${source.eol}`)] };
}

/** The instruction that holds the finding, or its YAML line. */
function targetOf(finding: Finding, model: Model): Span | undefined {
  const { start } = finding.span;
  if (model.language === 'compose') return model.source.lineSpan(model.source.lineAt(start));
  return model.dockerfile.instructions.find(({ span }) => span.start <= start && start <= span.end)?.span;
}

/** A quote left open, or a comment already there: the comment then goes on a line of its own. */
function canEndInComment(line: string): boolean {
  const unquoted = line.replace(/'[^']*'|"(?:[^"\\]|\\.)*"/g, '');
  return !/['"#]/.test(unquoted);
}

function ignoreInFile(rules: readonly string[], model: Model, suppressions: readonly Suppression[]): Fix {
  const title = `Ignore ${quoted(rules)} in this file`;
  const present = suppressions.find(({ tool, scope }) => tool === 'bulwark' && scope === 'file');
  if (present !== undefined) return extend(title, present, rules);
  const { source } = model;
  const text = `# bulwark file-ignore=${rules.join(',')}${source.eol}`;
  if (model.language === 'compose') return { title, edits: [insert(source.lineSpan(0).start, text)] };
  const last = model.dockerfile.directives.at(-1);
  if (last === undefined) return { title, edits: [insert(source.lineSpan(0).start, text)] };
  const line = source.fullLineSpan(source.lineAt(last.span.start));
  const ended = source.text.slice(line.start, line.end).endsWith('\n');
  return { title, edits: [insert(line.end, ended ? text : `${source.eol}${text}`)] };
}

function extend(title: string, { ids, comment }: Suppression, rules: readonly string[]): Fix {
  const last = ids.at(-1);
  return {
    title,
    edits: [insert(last?.span.end ?? comment.span.end, `${last === undefined ? '' : ','}${rules.join(',')}`)],
  };
}

function quoted(rules: readonly string[]): string {
  return rules.map((rule) => `"${rule}"`).join(', ');
}
