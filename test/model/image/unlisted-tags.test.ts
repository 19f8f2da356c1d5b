import assert from 'node:assert/strict';
import { catalogImage, catalogNames } from '../../../server/src/image/catalog/catalog';
import { unlistedPart } from '../../../server/src/image/catalog/unlisted';
import { stageCounterpart } from '../../../server/src/image/counterpart/for-stage';
import { parseReference } from '../../../server/src/image/reference';

function partOf(repository: string, tag: string): string | undefined {
  const image = catalogImage(repository);
  assert.ok(image !== undefined, repository);
  const part = unlistedPart(image, tag);
  return part && `${part.what} ${part.name}`;
}

describe('tags that are not listed', () => {
  it('are none of those that are, and no older release of one', () => {
    for (const name of catalogNames()) {
      const image = catalogImage(name);
      for (const { tag, version, suffix, tail } of image?.tags.values() ?? []) {
        assert.equal(partOf(name, tag), undefined, `${name}:${tag}`);
        const [, line, patch] = /^(\d+\.\d+)\.(\d+)$/.exec(version) ?? [];
        if (line === undefined || patch === undefined) continue;
        const older = `${line}.${Number(patch) + 100}${suffix}${tail}`;
        assert.equal(partOf(name, older), undefined, `${name}:${older}`);
      }
    }
  });

  for (const [repository, tag, part] of [
    ['python', '3.7-debian13-dev', 'line 3.7'],
    ['python', '3.12-debian11', 'system debian11'],
    ['python', '3.12-slim', 'words slim'],
    ['python', '3.7-fips', undefined],
    ['python', 'latest', undefined],
    ['node', '22.4.1-alpine3.22', undefined],
    ['golang', '1.27-debian13-dev', 'line 1.27'],
    ['static', '20240101-glibc-debian13', undefined],
    ['php', '8.4-fpm-dev', 'words fpm-dev'],
  ] as const)
    it(`${repository}:${tag} lacks ${part ?? 'nothing'}`, () => assert.equal(partOf(repository, tag), part));
});

describe('the hardened image for a stage', () => {
  for (const [name, build, runtime] of [
    ['python:3.12-slim-bookworm', '3.12-debian12-dev', '3.12-debian12'],
    ['golang:1.26-alpine', '1.26-alpine3.24-dev', '1.26-alpine3.24'],
    ['eclipse-temurin:21-jdk', '21-jdk-debian13-dev', '21-debian13'],
    ['eclipse-temurin:17-jdk-alpine', '17-jdk-alpine3.24-dev', '17-alpine3.24'],
    ['node:24', '24-debian13-dev', '24-debian13'],
  ] as const)
    it(`of ${name} has one version and distribution for both roles`, () => {
      const parsed = parseReference(name);
      assert.ok('reference' in parsed);
      const tags = (['build', 'runtime'] as const).map((role) => {
        const found = stageCounterpart(parsed.reference, role);
        return found !== undefined && 'tag' in found ? found.tag : undefined;
      });
      assert.deepEqual(tags, [build, runtime]);
    });
});
