import { listRules } from '../service/rule-list';
import { closest } from '../text/nearest';
import { exitCodes, UsageError } from './exit-codes';
import { suggestion } from './option-words';
import { readPage } from './rule-page';
import { type Terminal } from './terminal';

/** `bulwark --explain <id>`: the page of a rule. @throws UsageError where there is no such rule. */
export function explainCommand(id: string, { stdout, pages }: Terminal): number {
  const rules = listRules();
  const own = rules.filter((rule) => rule.id === id);
  const [first] = own;
  if (first === undefined) {
    const ids = rules.map((rule) => rule.id);
    throw new UsageError(`No rule is called ${id}${suggestion(closest(id, ids))}`);
  }
  const summaries = [...new Set(own.map(({ summary }) => summary))].join(' ');
  const page = readPage(pages, id)?.replace(/<!-- [\w: ]+ -->\n+/g, '');
  stdout.write(page ?? `# ${id}\n\n${summaries}\n\n${first.url}\n`);
  return exitCodes.clean;
}
