import assert from 'node:assert/strict';
import { Ajv } from 'ajv';
import { readFileSync } from 'node:fs';
import { contributes } from '../../package.json';
import { configurationNames } from '../../server/src/workspace/file-names';

const root = new URL('../../', import.meta.url);
const at = (url: string): URL => new URL(url, root);
const read = (url: URL): object => JSON.parse(readFileSync(url, 'utf8')) as object;

/** A validator of files as an editor puts one together: what a schema refers to lies relative to it. */
function validatorOf(url: string) {
  const own = at(url).href;
  const ajv = new Ajv({ strict: false, allErrors: true });
  for (const name of ['bulwark', 'package']) {
    const schema = at(`server/data/${name}.schema.json`);
    ajv.addSchema({ ...read(schema), $id: schema.href });
  }
  const validate = ajv.getSchema(own);
  assert.ok(validate, own);
  return (value: unknown): string[] => {
    assert.equal(typeof validate(value), 'boolean');
    return (validate.errors ?? []).map(({ instancePath, message = '' }) => `${instancePath} ${message}`);
  };
}

describe('schemas of the configuration', () => {
  const given = [...contributes.jsonValidation, ...contributes.yamlValidation].flatMap(({ fileMatch, url }) =>
    [fileMatch].flat().map((name): [string, string] => [name, url]),
  );

  it('are contributed for every name that is read', () => {
    assert.deepEqual(given.map(([name]) => name).sort(), [...configurationNames].sort());
    const ignored = readFileSync(at('.vscodeignore'), 'utf8').split('\n');
    for (const [, url] of given) assert.ok(ignored.includes(`!${url.replace('./', '')}`), url);
  });

  const optionOf = (...value: unknown[]): object => ({ rules: { 'image-untrusted-registry': value } });
  const good = {
    profile: 'strict',
    rules: {
      'user-root': 'error',
      'image-untrusted-registry': ['error', { trustedRegistries: ['docker.io'] }],
    },
    overrides: [{ files: 'a/**', ...optionOf('off') }],
  };
  const bad: [value: object, error: RegExp][] = [
    [{ profile: 'stirct' }, /^\S*\/profile must be equal to one of the allowed values$/],
    [{ rules: { 'user-root': 'grave' } }, /\/rules\/user-root must be equal/],
    [{ prfile: 'strict' }, /must NOT have additional properties/],
    [{ rules: { 'user-root': ['error', {}] } }, /\/rules\/user-root must be string/],
    [optionOf('grave'), /\/rules\/image-untrusted-registry\/0 must be equal/],
    [optionOf('error', { trusted: [] }), /\/image-untrusted-registry\/1 must NOT have additional/],
    [optionOf('error', { trustedRegistries: 'docker.io' }), /\/1\/trustedRegistries must be array/],
    [optionOf('error', {}, {}), /\/image-untrusted-registry must NOT have more than 2 items/],
  ];
  for (const [name, url] of given)
    it(`tell right from wrong in ${name}`, () => {
      const isPackage = name === 'package.json';
      const wrap = (value: object): object =>
        isPackage ? { name: 'x', scripts: {}, bulwark: value } : value;
      const errorsOf = validatorOf(url);
      assert.deepEqual(errorsOf(wrap(good)), []);
      for (const [value, error] of bad) assert.match(errorsOf(wrap(value)).join('\n'), error);
      assert.deepEqual(errorsOf(isPackage ? { name: 'x', prfile: 1 } : {}), []);
    });
});
