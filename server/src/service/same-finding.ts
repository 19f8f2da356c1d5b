import { type Language, type Tool } from '../rules/rule';
import { idsOf } from './suppression/foreign';

/** What another program shows at a document. */
export interface ForeignFinding {
  /** Who shows it, in its own words: `hadolint`. */
  readonly source: string;
  /** What it calls its rule: `DL3007`, `hadolint/DL3007`, `45`. */
  readonly code: string;
}

/** Tools that extensions of VS Code bring. */
const tools: readonly Tool[] = ['hadolint', 'buildkit', 'tally', 'trivy', 'checkov', 'semgrep', 'dclint'];

const languages: readonly Language[] = ['dockerfile', 'compose'];

/** Rules whose faults a schema for Compose files shows as well. */
const ofSchema: readonly string[] = ['schema', 'yaml-syntax'];

/**
 * The numbers that dockerfile-utils gives its findings, which come from the Docker extensions.
 * @see https://github.com/rcjsuen/dockerfile-utils/blob/master/src/main.ts
 */
const numbers: Readonly<Record<number, readonly string[]>> = {
  0: ['instruction-casing'],
  2: ['missing-argument'],
  3: ['extra-argument'],
  4: ['missing-argument', 'extra-argument'],
  5: ['missing-argument'],
  6: ['missing-argument', 'extra-argument'],
  7: ['missing-argument'],
  8: ['missing-argument', 'extra-argument'],
  9: ['extra-argument'],
  10: ['stage-name-duplicate'],
  11: ['empty-continuation'],
  12: ['stage-name-invalid'],
  14: ['duplicate-flag'],
  15: ['flag-value-invalid'],
  16: ['flag-value-invalid'],
  17: ['flag-value-invalid'],
  18: ['flag-value-invalid'],
  19: ['flag-value-invalid'],
  20: ['no-source-image'],
  21: ['invalid-escape-directive'],
  24: ['expose-invalid'],
  25: ['expose-invalid'],
  26: ['image-reference-invalid'],
  29: ['onbuild-trigger-invalid'],
  30: ['onbuild-trigger-invalid'],
  31: ['shell-json-form'],
  32: ['shell-json-form'],
  37: ['multiple-cmd', 'multiple-entrypoint', 'multiple-healthcheck'],
  38: ['unknown-instruction'],
  39: ['unknown-flag'],
  40: ['unknown-flag'],
  41: ['unknown-flag'],
  42: ['unknown-flag'],
  43: ['healthcheck-type-unknown'],
  45: ['maintainer'],
  46: ['missing-argument'],
  48: ['flag-value-invalid'],
  49: ['exec-form-quotes'],
  50: ['workdir-relative'],
};

/** Ids of our rules that find the same fault; none where it is not known. */
export function sameRules({ source, code }: ForeignFinding): readonly string[] {
  if (source.startsWith('yaml-schema')) return ofSchema;
  if (source === 'dockerfile-utils') return numbers[Number(code)] ?? [];
  // A program that speaks for several names them in front.
  const name = code.slice(code.lastIndexOf('/') + 1);
  if (name === '' || name.toLowerCase() === 'all') return [];
  return tools.flatMap((tool) => languages.flatMap((language) => idsOf(tool, name, language)));
}
