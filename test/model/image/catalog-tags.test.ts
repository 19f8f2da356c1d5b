import assert from 'node:assert/strict';
import { catalogImage, catalogNames, catalogTag } from '../../../server/src/image/catalog/catalog';
import { type CatalogImage, type CatalogTag } from '../../../server/src/image/catalog/model';
import { nearestRepository, nearestTag } from '../../../server/src/image/catalog/nearest-tag';
import { endOfLifeOf, lineOf, releaseLines } from '../../../server/src/image/catalog/release-lines';
import { newestTags, siblingTags, tagsInOrder } from '../../../server/src/image/catalog/tags';

describe('tags of the catalogue', () => {
  const lines: [string, string][] = [
    ['python', '3.14 3.13 3.12 3.11 3.10'],
    ['node', '26 24 22'],
    ['golang', '1.27 1.26'],
    ['postgres', '18 17 16 15 14'],
    ['debian-base', 'trixie bookworm'],
    ['maven', '3-jdk25 3-jdk21 3-jdk17'],
  ];
  for (const [name, expected] of lines)
    it(`release lines of ${name}`, () => assert.equal(releaseLines(image(name)).join(' '), expected));

  const ends: [string, line: string, end: string | undefined][] = [
    ['python:3.12-debian13', '3.12', '2028-10-31'],
    ['python:3.12.14-alpine3.24-dev', '3.12', '2028-10-31'],
    ['python:3', '3.14', undefined],
    ['eclipse-temurin:21-jdk-debian13-dev', '21-jdk', '2029-12-31'],
    ['golang:1', '1.26', undefined],
    ['golang:1-alpine', '1.27', undefined],
    ['redis:7.4', '7', '2026-11-30'],
  ];
  for (const [name, line, end] of ends)
    it(`line and end of life of ${name}`, () => {
      const [owner, own] = [image(name), tag(name)];
      assert.equal(lineOf(owner, own), line);
      assert.equal(endOfLifeOf(owner, own), end);
    });

  const newest: [string, runtime: string, dev: string][] = [
    [
      'node',
      '26-debian13 24-debian12 26-alpine3.24 26-alpine3.23 24-alpine3.22',
      '26-debian13-dev 24-debian12-dev 26-alpine3.24-dev 26-alpine3.23-dev 24-alpine3.22-dev',
    ],
    [
      'static',
      '20250419-debian13 20250419-debian12 20260611-alpine3.24 20260611-alpine3.23 20260611-alpine3.22',
      '',
    ],
    ['docker', '29-debian13-cli', '29-debian13-cli-dev'],
    [
      'maven',
      '',
      '3-jdk25-debian13-dev 3-jdk25-alpine3.24-dev 3-jdk25-alpine3.23-dev 3-jdk25-alpine3.22-dev',
    ],
    [
      'dotnet',
      '10-debian13 10-alpine3.24 10-alpine3.23 10-alpine3.22',
      '10-sdk-debian13 10-sdk-alpine3.24 10-sdk-alpine3.23 10-sdk-alpine3.22',
    ],
  ];
  for (const [name, runtime, dev] of newest)
    it(`newest tags of ${name}`, () => {
      assert.equal(names(newestTags(image(name), 'runtime')), runtime);
      assert.equal(names(newestTags(image(name), 'dev')), dev);
    });

  it('puts first what a stage wants', () => {
    const python = image('python');
    assert.equal(
      names(tagsInOrder(python, 'dev').slice(0, 3)),
      '3.14-debian13-dev 3.14-debian12-dev 3.14-alpine3.24-dev',
    );
    assert.equal(tagsInOrder(python, 'runtime')[0]?.tag, '3.14-debian13');
    assert.equal(tagsInOrder(image('eclipse-temurin'), 'dev')[0]?.tag, '26-jdk-debian13-dev');
    assert.equal(tagsInOrder(python, 'dev').length, python.tags.size);
  });

  it('knows the siblings of a tag', () =>
    assert.equal(
      names(siblingTags(image('golang'), tag('golang:1.27-alpine3.24'))),
      '1.27-alpine3.23 1.27-alpine3.24-dev 1.27-alpine3.23-dev 1.27-alpine3.24-sfw-ent-dev 1.27-alpine3.23-sfw-ent-dev',
    ));

  const nearest: [string, string | undefined][] = [
    ['python:3.12', '3.12'],
    ['python:3.12.1', '3.12.14'],
    ['python:3.12.1-debian13-dev', '3.12.14-debian13-dev'],
    ['python:2.7', '3.14'],
    ['python:latest', '3.14'],
    ['python:dev', '3.14-debian13-dev'],
    ['python:3.12-slim', '3.12'],
    ['python:3.12-slim-bookworm', '3.12-debian12'],
    ['python:3.12-debain13', '3.12-debian13'],
    ['python:3.12-dve', '3.12-dev'],
    ['python:3.12-alpine3.19', '3.12-alpine3.24'],
    ['node:20-alpine', '26-alpine'],
    ['php:8.4-fpm-dev', '8.4-dev'],
    ['php:8.1-fpm', '8.5-fpm'],
    ['eclipse-temurin:21-jdk', '21-jdk-dev'],
    ['maven:3.9-jdk21', '3.9-jdk21-dev'],
    ['maven:3.9', '3.9-jdk25-dev'],
    ['docker:29', '29-debian13-cli'],
    ['debian-base:trixe', 'trixie-debian13'],
  ];
  for (const [text, expected] of nearest)
    it(`nearest to ${text}`, () => {
      const [name = '', wanted = ''] = text.split(':');
      assert.equal(nearestTag(image(name), wanted)?.tag, expected);
    });

  it('finds misspelt repositories', () => {
    assert.equal(nearestRepository('pyhton'), 'python');
    assert.equal(nearestRepository('xyzzy'), undefined);
  });

  it('gives an answer for each repository', () => {
    for (const name of catalogNames()) {
      const each = image(name);
      assert.ok(releaseLines(each).length > 0, name);
      assert.ok(nearestTag(each, '0.0.0-nothing'), name);
    }
  });
});

function image(text: string): CatalogImage {
  const found = catalogImage(text.split(':')[0] ?? '');
  assert.ok(found, text);
  return found;
}

function tag(text: string): CatalogTag {
  const [name = '', own = ''] = text.split(':');
  const found = catalogTag(name, own);
  assert.ok(found, text);
  return found;
}

function names(tags: readonly CatalogTag[]): string {
  return tags.map((each) => each.tag).join(' ');
}
