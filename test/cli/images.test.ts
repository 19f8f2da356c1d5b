import { Ajv, type AnySchema } from 'ajv';
import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { imageReports } from '../../server/src/cli/images/by-format';
import { readImages } from '../../server/src/cli/images/read';
import { imageFormats, type ImageFormat } from '../../server/src/cli/images-options';
import { styleFor } from '../../server/src/cli/style';
import { inventoryOf } from '../../server/src/service/inventory/inventory';
import { Project } from '../support/cli';

const folder = new URL('../fixtures/images/', import.meta.url);
const schemas = new URL('../../node_modules/@cyclonedx/cyclonedx-library/res/schema/', import.meta.url);

/** `GOLDEN=write` writes what is expected anew; read the difference then. */
const writes = process.env['GOLDEN'] === 'write';

const names: Readonly<Record<ImageFormat, string>> = {
  text: 'images.txt',
  json: 'images.json',
  cyclonedx: 'images.cdx.json',
};

const digest = `sha256:${'0123456789abcdef'.repeat(4)}`;

const files = {
  'app/Dockerfile': `ARG BASE
FROM python:3.8 AS build
RUN --mount=from=ghcr.io/astral-sh/uv:0.12,target=/uv /uv/uv --version
FROM \${BASE} AS tools
FROM dhi.io/nginx:1.31-debian13
COPY --from=build /a /a
COPY --from=localhost:5000/acme/tool:2@${digest} /t /t
`,
  'compose.yaml': `services:
  web:
    image: acme/web
    build: app
  db:
    image: postgres:9.6
  proxy:
    image: nginx
  other:
    image: docker.io/library/nginx
  worker:
    image: acme/web:latest
  hostile:
    image: "x\\e[31m"
`,
};

interface Bom {
  readonly serialNumber: string;
  readonly metadata: { readonly timestamp?: string };
  readonly components: readonly { readonly name: string; readonly purl?: string }[];
}

describe('bulwark images', () => {
  let project: Project;
  before(() => (project = new Project(files)));
  after(() => project.remove());

  async function report(format: ImageFormat, env: Readonly<Record<string, string>> = {}): Promise<string> {
    const images = await readImages([], project.path, (path, fault) => assert.fail(`${path} ${fault}`));
    const context = { cwd: project.path, version: '0.0.0', style: styleFor(false), env };
    return imageReports[format](inventoryOf(images), context);
  }

  async function bom(env?: Readonly<Record<string, string>>): Promise<Bom> {
    return JSON.parse(await report('cyclonedx', env)) as Bom;
  }

  for (const format of imageFormats)
    it(`lists them as ${names[format]} shows`, async () => {
      const file = new URL(names[format], folder);
      const text = await report(format);
      if (writes || !existsSync(file)) writeFileSync(file, text);
      assert.equal(text, readFileSync(file, 'utf8'));
    });

  it('gives a bill of materials that CycloneDX calls valid', async () => {
    const schema = (name: string): AnySchema =>
      JSON.parse(readFileSync(new URL(`${name}.SNAPSHOT.schema.json`, schemas), 'utf8')) as AnySchema;
    // Formats are texts of other specifications, which the package of the schemas brings no checks for.
    const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true });
    const validate = ajv
      .addSchema(schema('spdx'), 'http://cyclonedx.org/schema/spdx.SNAPSHOT.schema.json')
      .addSchema(schema('jsf-0.82'), 'http://cyclonedx.org/schema/jsf-0.82.SNAPSHOT.schema.json')
      .compile(schema('bom-1.6'));
    for (const env of [{}, { SOURCE_DATE_EPOCH: '1700000000' }]) {
      assert.equal(validate(await bom(env)), true, JSON.stringify(validate.errors, undefined, 2));
      assert.equal(validate({ ...(await bom(env)), components: [{ name: 'x' }] }), false);
    }
  });

  it('says the same of the same files, with a time only where one is given', async () => {
    const [one, other, dated] = [await bom(), await bom(), await bom({ SOURCE_DATE_EPOCH: '1700000000' })];
    assert.deepEqual(one, other);
    assert.equal(one.metadata.timestamp, undefined);
    assert.equal(dated.metadata.timestamp, '2023-11-14T22:13:20Z');
    assert.notEqual(one.serialNumber, dated.serialNumber);
    assert.match(
      one.serialNumber,
      /^urn:uuid:[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/,
    );
    assert.equal((await bom({ SOURCE_DATE_EPOCH: 'now' })).metadata.timestamp, undefined);
  });

  it('names images by package URLs', async () => {
    const purls = (await bom()).components.map(({ name, purl }) => [name, purl]);
    assert.deepEqual(
      new Map(purls as [string, string | undefined][]),
      new Map([
        ['${BASE}', undefined],
        ['dhi.io/nginx', 'pkg:docker/nginx@1.31-debian13?repository_url=dhi.io'],
        ['docker.io/library/nginx', 'pkg:docker/nginx'],
        ['docker.io/library/postgres', 'pkg:docker/postgres@9.6'],
        ['docker.io/library/python', 'pkg:docker/python@3.8'],
        ['ghcr.io/astral-sh/uv', 'pkg:docker/astral-sh/uv@0.12?repository_url=ghcr.io'],
        [
          'localhost:5000/acme/tool',
          `pkg:oci/tool@${encodeURIComponent(digest)}?repository_url=localhost:5000/acme/tool&tag=2`,
        ],
        ['x\u001b[31m', undefined],
      ]),
    );
  });

  it('lists those of the files that are named, on the screen or into a file', async () => {
    const { code, stdout, stderr } = await project.run(['images', 'app']);
    assert.deepEqual([code, stderr], [0, '']);
    assert.match(stdout, /^python:3\.8 +app\/Dockerfile:2 /m);
    assert.doesNotMatch(stdout, /postgres/);
    const quiet = await project.run(['images', '--format', 'cyclonedx', '--output', 'out/bom.json']);
    assert.deepEqual(quiet, { code: 0, stdout: '', stderr: '' });
    assert.equal((JSON.parse(readFileSync(project.at('out/bom.json'), 'utf8')) as Bom).components.length, 8);
  });

  it('lets nothing of a file reach the terminal as a command', async () => {
    const { stdout } = await project.run(['images', '--format', 'text', 'compose.yaml']);
    assert.ok(stdout.includes('x\ufffd[31m') && !stdout.includes('\u001b'), stdout);
  });

  it('minds the configuration of the folder', async () => {
    const other = new Project({
      'bulwark.json': '{ "hardenedImageMirrors": ["reg.example/dhi"], "ignore": ["old/**"] }',
      Dockerfile: 'FROM reg.example/dhi/nginx:1.31-debian13\n',
      'old/Dockerfile': 'FROM nginx\n',
    });
    const { stdout } = await other.run(['images']);
    other.remove();
    assert.match(stdout, /^1 image in 1 file: 1 hardened, 0 not\.$/m);
  });

  it('says that there are none, and what cannot be read', async () => {
    const other = new Project({ 'notes.txt': 'FROMage', Dockerfile: 'FROM scratch\n' });
    assert.equal((await other.run(['images'])).stdout, 'No images.\n');
    const { code, stderr } = await other.run(['images', 'none', 'notes.txt']);
    other.remove();
    assert.equal(code, 2);
    assert.match(stderr, /^bulwark: none does not exist$/m);
    assert.match(stderr, /^bulwark: notes\.txt is neither a Dockerfile nor a Compose file/m);
  });

  it('explains what it does not understand', async () => {
    const { code, stderr } = await project.run(['images', '--format', 'cyclondx']);
    assert.equal(code, 2);
    assert.match(stderr, /did you mean cyclonedx\?/);
    assert.match((await project.run(['images', '--fix'])).stderr, /images has no option --fix/);
  });
});
