import assert from 'node:assert/strict';
import { productsOf } from '../../../server/src/image/end-of-life';
import { parseReference } from '../../../server/src/image/reference';
import { endedLine } from '../../../server/src/image/support';

const repositories = [
  ...[
    'alpine',
    'centos',
    'debian',
    'eclipse-temurin',
    'golang',
    'mariadb',
    'mongo',
    'mysql',
    'nginx',
    'node',
  ],
  ...['openjdk', 'php', 'postgres', 'python', 'redis', 'ruby', 'ubuntu'],
].map((name) => `docker.io/library/${name}`);

describe('release lines and their ends', () => {
  for (const repository of [...repositories, 'mcr.microsoft.com/dotnet/sdk'])
    it(`${repository}: real days, lines in order, a source`, () => {
      const products = productsOf(repository);
      assert.ok(products.length > 0);
      for (const { lines, source, name } of products) {
        assert.match(source, /^https:\/\//, name);
        const numbers = lines().map(({ line }) => line.split('.').map(Number));
        const ordered = [...numbers].sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0) || (a[1] ?? -1) - (b[1] ?? -1));
        assert.deepEqual(numbers, ordered, name);
        for (const { line, end } of lines())
          if (end !== undefined)
            assert.equal(new Date(end).toISOString().slice(0, 10), end, `${name} ${line}`);
      }
    });

  const cases: readonly (readonly [reference: string, today: string, expected: string | undefined])[] = [
    ['python:3.8', '2024-10-07', undefined],
    ['python:3.8', '2024-10-08', 'Python 3.8 → 3.9'],
    ['python:3.8-slim-bookworm', '2026-01-01', 'Python 3.8 → 3.10-slim'],
    ['public.ecr.aws/docker/library/python:3.8', '2026-01-01', 'Python 3.8'],
    ['python:2', '2026-01-01', 'Python 2'],
    ['node:16-bullseye-slim', '2026-06-01', 'Node.js 16 → 22-slim'],
    ['node:24-bullseye', '2026-09-01', 'Debian 11 (below) → 24'],
    ['golang:1.19.5-alpine3.17', '2026-09-01', 'Go 1.19 → 1.26-alpine'],
    ['golang:1.25', '2030-01-01', undefined],
    ['alpine:3.12.1', '2026-09-01', 'Alpine Linux 3.12 → 3.21'],
    ['alpine:3', '2030-01-01', undefined],
    ['debian:buster-20210816-slim', '2026-09-01', 'Debian 10 → bookworm-slim'],
    ['ubuntu:18.04', '2026-09-01', 'Ubuntu 18.04 → 22.04'],
    ['openjdk:8u342-jre-slim-buster', '2026-09-01', 'The openjdk image of Java 8 → eclipse-temurin:8-jre'],
    ['openjdk:8-windowsservercore', '2026-09-01', 'The openjdk image of Java 8'],
    ['eclipse-temurin:17.0.8_7-jre', '2026-09-01', undefined],
    ['mcr.microsoft.com/dotnet/aspnet:6.0.100-bullseye-slim', '2026-09-01', '.NET 6.0 → 8.0'],
    ['mcr.microsoft.com/dotnet/aspnet:6.0-jammy-chiseled', '2026-09-01', '.NET 6.0'],
    ['postgres:9.6-alpine', '2026-09-01', 'PostgreSQL 9.6 → 14-alpine'],
    ['mysql:8', '2026-09-01', undefined],
    ['mysql:5', '2026-09-01', 'MySQL 5.7 → 8.4'],
    ['mongo:6', '2026-09-01', 'MongoDB 6.0 → 7.0'],
    ['nginx:1.25-alpine-slim', '2026-09-01', 'nginx 1.25 → 1.30-alpine-slim'],
    ['nvidia/cuda:11.4.3-base-ubuntu18.04', '2026-09-01', 'Ubuntu 18.04 (below)'],
    ['gcr.io/distroless/python3-debian10', '2026-09-01', 'Debian 10 (below)'],
    ['gcr.io/distroless/static-debian11:nonroot', '2026-09-01', 'Debian 11 (below)'],
    ['example/app:buster', '2026-09-01', undefined],
    ['buildpack-deps:buster-scm', '2026-09-01', 'Debian 10 (below)'],
    ['python', '2030-01-01', undefined],
  ];
  for (const [text, today, expected] of cases)
    it(`${text} on ${today}: ${expected ?? 'nothing'}`, () => {
      const parsed = parseReference(text);
      assert.ok('reference' in parsed);
      const ended = endedLine(parsed.reference, today);
      const { repository, tag } = ended?.proposal ?? {};
      const next = tag === undefined ? '' : ` → ${repository === undefined ? '' : `${repository}:`}${tag}`;
      const said = ended && `${ended.product.name} ${ended.line}${ended.own ? '' : ' (below)'}${next}`;
      assert.equal(said, expected);
    });
});
