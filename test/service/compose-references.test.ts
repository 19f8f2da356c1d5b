import assert from 'node:assert/strict';
import { createService } from '../../server/src/service/create';
import { defaultSettings } from '../../server/src/service/settings';
import { hostOf, type ProjectTexts } from '../support/project';

const rules = ['schema', 'undefined-reference', 'port-duplicate', 'container-name-duplicate'];

/** What these rules find in a document of the folder: `rule: marked text`. */
async function found(texts: ProjectTexts, path = 'compose.yaml'): Promise<readonly string[]> {
  const text = texts[path] ?? '';
  const findings = await createService(hostOf(texts)).findings(
    { uri: `file:///w/${path}`, language: 'compose', version: 1, text },
    defaultSettings,
  );
  return findings
    .filter(({ rule }) => rules.includes(rule))
    .map(({ rule, span }) => `${rule}: ${text.slice(span.start, span.end)}`);
}

const web = (rest: string): string => `services:\n  web:\n    image: nginx:1.28\n    ${rest}\n`;

describe('references in a project of several files', () => {
  it('lead to what another file declares', async () => {
    const texts = {
      'compose.yaml': `${web('depends_on: [db]')}    volumes: [data:/data]\n`,
      'compose.override.yaml': 'services:\n  db: {image: "postgres:17"}\nvolumes: {data: }\n',
    };
    assert.deepEqual(await found(texts), []);
    assert.deepEqual(await found({ 'compose.yaml': texts['compose.yaml'] }), [
      'undefined-reference: db',
      'undefined-reference: data',
    ]);
  });

  it('lead to what an included file declares, and are not followed where it cannot be read', async () => {
    const main = `include: [db.yaml]\n${web('depends_on: [db, cache]')}`;
    const texts = { 'compose.yaml': main, 'db.yaml': 'services:\n  db: {image: "postgres:17"}\n' };
    assert.deepEqual(await found(texts), ['undefined-reference: cache']);
    assert.deepEqual(await found({ 'compose.yaml': main }), []);
  });

  it('are wrong in the file that writes them', async () => {
    const texts = {
      'compose.yaml': web('restart: always'),
      'compose.override.yaml': 'services:\n  web:\n    depends_on: [dv]\n',
    };
    assert.deepEqual(await found(texts), []);
    assert.deepEqual(await found(texts, 'compose.override.yaml'), ['undefined-reference: dv']);
  });

  it('have what the schema asks for in one of the files', async () => {
    const db = '  db: {image: "postgres:17"}\n';
    const texts = {
      'compose.yaml': web('depends_on: {db: {condition: service_started}}') + db,
      'compose.override.yaml': 'services:\n  web:\n    depends_on: {db: {restart: true}}\n',
    };
    assert.deepEqual(await found(texts, 'compose.override.yaml'), []);
  });

  it('meet in ports and names of containers', async () => {
    const texts = {
      'compose.yaml': web('ports: ["80:80"]\n    container_name: one'),
      'compose.override.yaml':
        'services:\n  job: {image: "nginx:1.28", ports: ["80:81"], container_name: one}\n',
    };
    assert.deepEqual(await found(texts), []);
    assert.deepEqual(await found(texts, 'compose.override.yaml'), [
      'port-duplicate: "80:81"',
      'container-name-duplicate: one',
    ]);
  });
});
