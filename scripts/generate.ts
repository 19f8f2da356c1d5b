/** `npm run generate`: writes everything that follows from the rules' declarations. `--check` only says what is stale. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { listRules } from '../server/src/service/rule-list';
import { composeValidator } from './generate/compose-validator';
import { rulePacks } from './generate/rule-packs';
import { rulePage } from './generate/rule-pages';
import { between, ruleTable } from './generate/rule-table';
import { configurationSchema, editorSettings } from './generate/settings';

const check = process.argv.includes('--check');
const rules = listRules();
const stale: string[] = [];

void main();

async function main(): Promise<void> {
  for (const id of new Set(rules.map((rule) => rule.id))) {
    const path = `docs/rules/${id}.md`;
    const own = rules.filter((rule) => rule.id === id);
    await put(path, rulePage(own, existsSync(path) ? readFileSync(path, 'utf8') : undefined));
  }
  await put('docs/rules/README.md', `# The rules\n\n${ruleTable(rules, '')}\n`);
  await put(
    'README.md',
    between(readFileSync('README.md', 'utf8'), 'rules', ruleTable(rules, 'docs/rules/')),
  );
  await put('server/data/bulwark.schema.json', JSON.stringify(configurationSchema(rules)));
  await put('server/data/rule-packs.json', JSON.stringify(rulePacks(rules)));
  await put('package.json', manifest());
  await put('server/data/compose-validator.js', await composeValidator());

  if (check && stale.length > 0) {
    console.error(`Stale, run "npm run generate": ${stale.join(', ')}`);
    process.exitCode = 1;
  }
}

function manifest(): string {
  const present = JSON.parse(readFileSync('package.json', 'utf8')) as {
    contributes?: Record<string, unknown>;
  };
  const contributes = { ...present.contributes, configuration: editorSettings(rules) };
  return JSON.stringify({ ...present, contributes });
}

async function put(path: string, text: string): Promise<void> {
  const options = await resolveConfig(path);
  const asIs = path.startsWith('docs/rules') || path.endsWith('.js');
  const formatted = asIs ? text : await format(text, { ...options, filepath: path });
  if (existsSync(path) && readFileSync(path, 'utf8') === formatted) return;
  stale.push(path);
  if (!check) writeFileSync(path, formatted);
}
