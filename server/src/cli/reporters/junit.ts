import { severities } from '../../service/severities';
import { type FileReport, type ReportContext, type Reporter } from './report';
import { declaration, escapeXml, tag } from './xml';

/**
 * One suite a file, one case a finding. What does not make the run fail is a case that passes and tells its message.
 * @see https://github.com/testmoapp/junitxml
 */
export function junitReporter({ output, failOn }: ReportContext): Reporter {
  const suites: string[] = [];
  let [tests, failures] = [0, 0];
  const limit = failOn === 'never' ? -1 : severities.indexOf(failOn);
  return {
    file({ path, source, findings }: FileReport) {
      const failed = findings.filter(({ severity }) => severities.indexOf(severity) <= limit).length;
      const cases = findings.map(({ rule, severity, message, span }) => {
        const { line, character } = source.positionAt(span.start);
        const place = `${path}:${line + 1}:${character + 1}`;
        const head = tag('testcase', { name: `${rule} at ${line + 1}:${character + 1}`, classname: path });
        const body =
          severities.indexOf(severity) <= limit
            ? `${tag('failure', { message, type: severity })}${escapeXml(place)}</failure>`
            : `<system-out>${escapeXml(`${place}: ${severity}: ${message}`)}</system-out>`;
        return `    ${head}${body}</testcase>\n`;
      });
      if (cases.length === 0)
        cases.push(`    ${tag('testcase', { name: 'no problems', classname: path }, '/')}\n`);
      tests += cases.length;
      failures += failed;
      const head = tag('testsuite', { name: path, tests: cases.length, failures: failed, errors: 0 });
      suites.push(`  ${head}\n${cases.join('')}  </testsuite>\n`);
    },
    end() {
      const head = tag('testsuites', { name: 'bulwark', tests, failures, errors: 0 });
      output.write(`${declaration}\n${head}\n${suites.join('')}</testsuites>\n`);
    },
  };
}
