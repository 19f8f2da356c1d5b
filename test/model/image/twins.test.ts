import assert from 'node:assert/strict';
import { catalogImage, catalogNames } from '../../../server/src/image/catalog/catalog';
import { devTwin, runtimeTwin, type NoTwin, type Twin } from '../../../server/src/image/catalog/twins';

describe('twins of hardened tags', () => {
  const runtime: [string, string][] = [
    ['python:3.12-debian13-dev', '3.12-debian13'],
    ['python:3.12-dev', '3.12'],
    ['python:3.12-alpine3.24-sfw-dev', '3.12-alpine3.24'],
    ['golang:1-debian12-sfw-ent-dev', '1-debian12'],
    ['clojure:1-lein-dev', '1-lein'],
    ['eclipse-temurin:21-jdk-debian13-dev', '21-debian13 jdk-to-jre'],
    ['eclipse-temurin:21-alpine-dev', '21-alpine'],
    ['sapmachine:17-jdk-dev', '17 jdk-to-jre'],
    ['dotnet:10-sdk-alpine3.24', '10-alpine3.24 sdk-to-runtime'],
    ['python:3.12', 'undefined'],
    ['python:3.14.7-0-dev', 'missing not-listed'],
    ['maven:3-jdk21-dev', 'missing build-only'],
    ['build:2-alpine3.24', 'missing build-only'],
    ['python:3.12.1-dev', '3.12.1 inferred'],
    ['python:3.12-alpine3.24-fips-dev', '3.12-alpine3.24-fips inferred'],
    ['eclipse-temurin:21.0.1-jdk-debian13-dev', '21.0.1-debian13 inferred jdk-to-jre'],
    ['maven:3.8-jdk21-dev', 'missing build-only'],
    ['python:3.12-nothing-dev', 'undefined'],
    ['python:dev', 'undefined'],
    ['nobody:1-dev', 'undefined'],
  ];
  for (const [image, expected] of runtime)
    it(`runtime of ${image}`, () => assert.equal(row(runtimeTwin, image), expected));

  const dev: [string, string][] = [
    ['python:3.12-debian13', '3.12-debian13-dev'],
    ['clojure:1-lein', '1-lein-dev'],
    ['eclipse-temurin:21-debian13', '21-jdk-debian13-dev jre-to-jdk'],
    ['eclipse-temurin:21-alpine', '21-alpine-dev'],
    ['dotnet:10-debian13', '10-sdk-debian13 runtime-to-sdk'],
    ['php:8.4-fpm', '8.4-dev dropped'],
    ['redis:8-compat', '8-dev dropped'],
    ['python:3.12-dev', 'undefined'],
    ['dotnet:10-sdk', 'undefined'],
    ['static:20250419', 'missing no-build-variant'],
    ['awscli:2', 'missing not-listed'],
    ['python:3.12.1', '3.12.1-dev inferred'],
    ['php:8.1-fpm', '8.1-dev inferred dropped'],
    ['static:20240101', 'missing no-build-variant'],
    ['python:3.12.1-dev', 'undefined'],
    ['nobody:1', 'undefined'],
  ];
  for (const [image, expected] of dev)
    it(`build tag of ${image}`, () => assert.equal(row(devTwin, image), expected));

  it('every tag has a twin that is listed, or is said to have none', () => {
    let tags = 0;
    for (const name of catalogNames()) {
      const image = catalogImage(name);
      assert.ok(image);
      for (const tag of image.tags.values()) {
        tags += 1;
        const isBuild = tag.facts.variant === 'dev' || tag.version.endsWith('-sdk');
        assert.equal((isBuild ? devTwin : runtimeTwin)(name, tag.tag), undefined, `${name}:${tag.tag}`);
        const twin = (isBuild ? runtimeTwin : devTwin)(name, tag.tag);
        assert.ok(twin, `${name}:${tag.tag}`);
        if ('missing' in twin) continue;
        const other = image.tags.get(twin.tag);
        assert.ok(other, `${name}:${twin.tag}`);
        assert.equal(other, twin.listed);
        assert.equal(other.system, tag.system);
        assert.equal(other.facts.variant === 'dev' || other.version.endsWith('-sdk'), !isBuild);
      }
    }
    assert.equal(tags, 18_095);
  });
});

function row(of: (repository: string, tag: string) => Twin | NoTwin | undefined, image: string): string {
  const [repository = '', tag = ''] = image.split(':');
  const twin = of(repository, tag);
  if (twin === undefined) return 'undefined';
  if ('missing' in twin) return `missing ${twin.missing}`;
  const changes = twin.changes.map(({ kind }) => kind);
  return [twin.tag, ...(twin.listed === undefined ? ['inferred'] : []), ...changes].join(' ');
}
