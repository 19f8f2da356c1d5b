/** `npm run new-rule -- dockerfile/<pack>/<id>`: writes the rule, its page, its test and its line in the list of its language. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

const [wanted] = process.argv.slice(2);
const match = /^(dockerfile|compose)\/([a-z][a-z-]*)\/([a-z][a-z0-9-]*)$/.exec(wanted ?? '');
if (match === null) {
  console.error(
    'Usage: npm run new-rule -- dockerfile/<pack>/<id>   (or compose/<pack>/<id>; all in kebab-case)',
  );
  process.exit(2);
}
const [, language = '', pack = '', id = ''] = match;
const name = id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
const maker = language === 'dockerfile' ? 'dockerfileRule' : 'composeRule';
const model = language === 'dockerfile' ? 'dockerfile' : 'compose';
const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };

write(
  `server/src/rules/${language}/${pack}/${id}.ts`,
  `import { ${maker} } from '../../rule';

export const ${name} = ${maker}({
  id: '${id}',
  summary: 'Say in one sentence what must be so.',
  severity: 'warning',
  fix: 'none',
  messages: { base: 'Say what is wrong, why, and what the fix does.' },
  since: '${version}',
  check({ ${model}, report }) {
    // Look at the model and report the smallest text that the reader must change.
  },
});
`,
);
write(
  `test/rules/${language}/${id}.test.ts`,
  `import { ${name} } from '../../../server/src/rules/${language}/${pack}/${id}';
import { ruleTester } from '../../support/rule-tester';

ruleTester(${name}, {
  valid: [],
  invalid: [],
});
`,
);
const fence = language === 'dockerfile' ? 'dockerfile' : 'yaml';
write(
  `docs/rules/${id}.md`,
  `## Why

Two sentences that a newcomer understands.

## ❌ Wrong

\`\`\`${fence}
\`\`\`

## ✅ Right

\`\`\`${fence}
\`\`\`

## When to switch it off

## References
`,
);
register();
console.log('Next: write the rule and its tests, then `npm run generate` and `npm test`.');

function write(path: string, text: string): void {
  if (existsSync(path)) {
    console.log(`kept     ${path}`);
    return;
  }
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  console.log(`written  ${path}`);
}

/** Adds the import and the entry to the rules of the language, in their order. */
function register(): void {
  const path = `server/src/rules/${language}-rules.ts`;
  const lines = readFileSync(path, 'utf8').split('\n');
  const importLine = `import { ${name} } from './${language}/${pack}/${id}';`;
  if (lines.includes(importLine)) return;
  const imported = lines.filter((line) => line.includes(`from './${language}/`));
  const place = imported.filter((line) => pathOf(line) < pathOf(importLine)).length;
  const firstImport = lines.findIndex((line) => line === imported[0]);
  lines.splice(firstImport + place, 0, importLine);
  const list = lines.findIndex((line) => line.startsWith(`export const ${language}Rules`));
  lines.splice(list + 1 + place, 0, `  ${name},`);
  writeFileSync(path, lines.join('\n'));
  console.log(`changed  ${path}`);
}

function pathOf(importLine: string): string {
  return /'(.*)'/.exec(importLine)?.[1] ?? '';
}
