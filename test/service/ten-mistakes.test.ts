import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { defaultSettings } from '../../server/src/service/settings';
import { applyEdits } from '../../server/src/text/edit';
import { type Surroundings } from '../support/context';
import { look } from '../support/look';

interface Mistake {
  readonly title: string;
  readonly rule: string;
  /** Title of the quick fix. */
  readonly fix: string;
  readonly service: string;
  readonly wrong: string;
  readonly repaired: string;
}

/** The sections of docs/ten-mistakes.md that show a mistake. */
function mistakes(): readonly Mistake[] {
  const page = readFileSync('docs/ten-mistakes.md', 'utf8');
  return page
    .split(/^## (?=\d)/m)
    .slice(1)
    .map((section) => {
      const [wrong, repaired, ...others] = [
        ...section.matchAll(/^```dockerfile service=(\S+)\n([^]*?)^```$/gm),
      ];
      const [title = ''] = section.split('\n');
      const rule = /\[([\w-]+)\]\(rules\/\1\.md\)\s+marks\s+it/.exec(section)?.[1];
      const fix = /quick\s+fix\s+_([^]+?)_\s+does\s+that/.exec(section)?.[1]?.replace(/\s+/g, ' ');
      assert.ok(wrong !== undefined && repaired !== undefined && others.length === 0, title);
      assert.ok(rule !== undefined && fix !== undefined, title);
      const [, service = '', code = ''] = wrong;
      return { title, rule, fix, service, wrong: code, repaired: repaired[2] ?? '' };
    });
}

/** The build context of a service of the demo, as it is on disk. */
function contextFiles(service: string): Surroundings {
  const folder = `demo/${service}`;
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => `${parentPath}/${name}`.replaceAll('\\', '/').slice(folder.length + 1))
    .filter((path) => path !== '.dockerignore' && path !== 'Dockerfile');
  return {
    files,
    dockerignore: readFileSync(`${folder}/.dockerignore`, 'utf8'),
    texts: Object.fromEntries(files.map((path) => [path, readFileSync(`${folder}/${path}`, 'utf8')])),
  };
}

describe('the ten mistakes', () => {
  const all = mistakes();

  it('are ten, of both services, each by another rule', () => {
    assert.equal(defaultSettings.profile, 'recommended');
    assert.equal(new Set(all.map(({ rule }) => rule)).size, 10);
    assert.deepEqual([...new Set(all.map(({ service }) => service))].sort(), ['rust-service', 'uv-app']);
    for (const { service } of all) assert.ok((contextFiles(service).files ?? []).length > 2, service);
  });

  for (const { title, rule, fix, service, wrong, repaired } of all)
    describe(title, () => {
      const around = contextFiles(service);
      const findings = look('dockerfile', wrong, { around });

      it(`is marked by ${rule} and by no other rule`, () => {
        assert.deepEqual([...new Set(findings.map((finding) => finding.rule))], [rule]);
      });

      it(`is repaired by "${fix}"`, () => {
        for (const finding of findings) {
          const best = finding.fix ?? finding.offers[0];
          assert.ok(best !== undefined);
          assert.equal(best.title, fix);
          assert.equal(applyEdits(wrong, best.edits), repaired);
        }
      });

      it('has nothing to be said of it then', () => {
        assert.deepEqual(
          look('dockerfile', repaired, { around }).map((finding) => `${finding.rule}: ${finding.message}`),
          [],
        );
      });
    });
});
