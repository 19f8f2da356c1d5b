import { type FileReport, type ReportContext } from '../../server/src/cli/reporters/report';
import { styleFor } from '../../server/src/cli/style';
import { type Finding } from '../../server/src/service/finding';
import { type ListedRule } from '../../server/src/service/rule-list';
import { Source } from '../../server/src/text/source';

const dockerfile = [
  '# ünïcode, & <tags> | pipes',
  'FROM python',
  'ADD "a:b,c" 50%/',
  '# bulwark ignore=user-root',
  'USER root',
  'RUN echo 🐳 && \\',
  '  sudo x',
  '',
].join('\n');

const compose = new Source('services:\r\n  web:\r\n    image: nginx\r\n');

/** The finding at a text, which stands once in the source. */
function at(
  source: Source,
  text: string,
  finding: Partial<Finding> & { rule: string; message: string },
): Finding {
  const start = source.text.indexOf(text);
  return {
    language: 'dockerfile',
    severity: 'warning',
    span: { start, end: start + text.length },
    fixKind: 'none',
    offers: [],
    related: [],
    url: `https://example.com/#${finding.rule}`,
    ...finding,
  };
}

/** Findings of every severity, with fixes and without, silenced ones, and texts that formats must escape. */
export function someReports(): readonly FileReport[] {
  const source = new Source(dockerfile);
  const add = source.text.indexOf('ADD');
  const untagged = at(source, 'python', {
    rule: 'image-tag-missing',
    severity: 'error',
    message: 'python has no tag.',
    fixKind: 'offer',
    offers: [
      { title: 'Take 3.14', edits: [{ span: { start: add - 1, end: add - 1 }, newText: ':3.14' }] },
      { title: 'Take another file along', edits: [], others: [{ uri: 'file:///x', edits: [] }] },
    ],
  });
  const added = at(source, 'ADD', {
    rule: 'add-instead-of-copy',
    message: '"ADD" <downloads> & unpacks | 100% of:\nit, all',
    fixKind: 'safe',
    fix: { title: 'Change to COPY', edits: [{ span: { start: add, end: add + 3 }, newText: 'COPY' }] },
    related: [{ at: untagged.span, text: 'The image' }],
  });
  return [
    {
      path: 'a b/Dockerfile',
      language: 'dockerfile',
      source,
      findings: [
        untagged,
        added,
        at(source, 'echo 🐳 && \\\n  sudo', { rule: 'sudo', severity: 'info', message: 'No sudo.' }),
      ],
      excused: [
        { finding: at(source, 'root\n', { rule: 'user-root', message: 'Root.' }), by: 'comment' },
        { finding: at(source, 'x\n', { rule: 'sudo', message: 'Known.' }), by: 'baseline' },
      ],
      repaired: 0,
      isChecked: true,
      original: new Source(dockerfile.replace('ADD', 'add').replace('USER', 'user')),
    },
    {
      path: 'compose.yaml',
      language: 'compose',
      source: compose,
      findings: [
        at(compose, 'nginx', {
          rule: 'service-image',
          also: ['other-rule'],
          language: 'compose',
          severity: 'hint',
          message: 'A\u001bhint.',
        }),
      ],
      excused: [],
      repaired: 2,
      isChecked: true,
    },
    {
      path: 'none.dockerfile',
      language: 'dockerfile',
      source: new Source(''),
      findings: [],
      excused: [],
      repaired: 0,
      isChecked: true,
    },
  ];
}

/** A context whose output goes to `write`; it knows one rule, and its page. */
export function reportContext(write: (text: string) => void): ReportContext {
  const rule: ListedRule = {
    id: 'add-instead-of-copy',
    language: 'dockerfile',
    severity: { minimal: 'off', recommended: 'warning', strict: 'warning' },
    fix: 'safe',
    summary: 'What is only copied must be copied by COPY.',
    sameAs: { hadolint: ['DL3020'] },
    options: {},
    since: '0.1.0',
    url: 'https://example.com/#add-instead-of-copy',
  };
  return {
    output: { write },
    style: styleFor(false),
    failOn: 'warning',
    quiet: false,
    onlyChanged: false,
    hasFailed: () => false,
    version: '1.2.3',
    rules: () => [rule],
    page: (id) => (id === rule.id ? '# add-instead-of-copy\n\nWhy.\n' : undefined),
  };
}
