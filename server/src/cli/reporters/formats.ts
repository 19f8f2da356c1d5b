/** Forms of a report, as `--format` names them. */
export const formats = [
  'text',
  'json',
  'sarif',
  'github',
  'gitlab',
  'junit',
  'checkstyle',
  'rdjson',
  'markdown',
  'diff',
] as const;

export type Format = (typeof formats)[number];
