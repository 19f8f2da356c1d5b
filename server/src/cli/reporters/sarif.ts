import type { ArtifactLocation, Fix as SarifFix, Log, Region, ReportingDescriptor, Result } from 'sarif';
import { type Fix, type Severity } from '../../rules/rule';
import { type Finding } from '../../service/finding';
import { type Source } from '../../text/source';
import { type Span } from '../../text/span';
import { fingerprintsOf } from './fingerprint';
import { type FileReport, type ReportContext, type Reporter } from './report';
import { sarifRule } from './sarif-rule';

const schema = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

const levels = { error: 'error', warning: 'warning', info: 'note', hint: 'note' } as const satisfies Record<
  Severity,
  Result.level
>;

/**
 * SARIF 2.1.0, for GitHub code scanning and others.
 * @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export function sarifReporter({ output, version, rules, page }: ReportContext): Reporter {
  const descriptors: ReportingDescriptor[] = [];
  const indices = new Map<string, number>();
  const results: Result[] = [];
  const indexOf = (finding: Finding): number => {
    const { rule: id, language } = finding;
    const present = indices.get(id);
    if (present !== undefined) return present;
    const all = rules().filter((rule) => rule.id === id);
    const rule = all.find((each) => each.language === language) ?? all[0];
    descriptors.push(sarifRule(finding, rule, page(id)));
    indices.set(id, descriptors.length - 1);
    return descriptors.length - 1;
  };
  return {
    file(report) {
      for (const result of resultsOf(report, indexOf)) results.push(result);
    },
    end() {
      const log: Log = {
        $schema: schema,
        version: '2.1.0',
        runs: [
          {
            tool: { driver: { name: 'Bulwark', version, semanticVersion: version, rules: descriptors } },
            columnKind: 'utf16CodeUnits',
            originalUriBaseIds: { SRCROOT: { description: { text: 'The folder that the run started in.' } } },
            results,
          },
        ],
      };
      output.write(`${JSON.stringify(log, undefined, 2)}\n`);
    },
  };
}

function resultsOf(
  { path, source, findings, excused }: FileReport,
  indexOf: (finding: Finding) => number,
): readonly Result[] {
  const reasons = new Map(excused.map(({ finding, by }) => [finding, by]));
  const all = [...findings, ...reasons.keys()].sort((a, b) => a.span.start - b.span.start);
  const artifact: ArtifactLocation = {
    uri: encodeURI(path).replace(/[?#]/g, encodeURIComponent),
    uriBaseId: 'SRCROOT',
  };
  return fingerprintsOf(path, source, all).map(({ finding, fingerprint }) => {
    const { rule, also, severity, message, span, related } = finding;
    const reason = reasons.get(finding);
    const fixes = fixesOf(finding, source, artifact);
    const near = related.filter(({ file }) => file === undefined);
    return {
      ruleId: rule,
      ruleIndex: indexOf(finding),
      level: levels[severity],
      message: { text: message },
      locations: [{ physicalLocation: { artifactLocation: artifact, region: regionOf(span, source) } }],
      ...(near.length > 0 && {
        relatedLocations: near.map(({ at, text }, id) => ({
          id,
          message: { text },
          physicalLocation: { artifactLocation: artifact, region: regionOf(at, source) },
        })),
      }),
      partialFingerprints: { 'bulwark/v1': fingerprint },
      ...(fixes.length > 0 && { fixes }),
      ...(reason !== undefined && { suppressions: [suppressions[reason]] }),
      ...(reason === 'baseline' && { baselineState: 'unchanged' as const }),
      ...(also !== undefined && { properties: { also } }),
    };
  });
}

const suppressions = {
  comment: { kind: 'inSource', justification: 'A comment in the file ignores it.' },
  baseline: { kind: 'external', justification: 'It stands in the baseline.' },
} as const;

/** The safe fix before the offers; what changes other files as well is not told. */
function fixesOf({ fix, offers }: Finding, source: Source, artifactLocation: ArtifactLocation): SarifFix[] {
  const inFile = (each: Fix | undefined): readonly Fix[] =>
    each === undefined || each.others !== undefined || each.edits.length === 0 ? [] : [each];
  return [...inFile(fix), ...offers.flatMap(inFile)].map(({ title, edits }) => ({
    description: { text: title },
    artifactChanges: [
      {
        artifactLocation,
        replacements: edits.map(({ span, newText }) => ({
          deletedRegion: regionOf(span, source),
          ...(newText !== '' && { insertedContent: { text: newText } }),
        })),
      },
    ],
  }));
}

/** Lines and columns count from 1; the end column is that of the character behind the last one. */
function regionOf(span: Span, source: Source): Region {
  const { start, end } = source.rangeOf(span);
  return {
    startLine: start.line + 1,
    startColumn: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}
