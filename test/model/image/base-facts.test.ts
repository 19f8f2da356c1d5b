import assert from 'node:assert/strict';
import { imageFacts, type ImageFacts } from '../../../server/src/image/facts';
import { parseReference } from '../../../server/src/image/reference';
import { type Known } from '../../../server/src/text/known';

function facts(text: string): ImageFacts {
  const parsed = parseReference(text);
  assert.ok('reference' in parsed, text);
  return imageFacts(parsed.reference);
}

function show(fact: Known<unknown>): string {
  return fact.state === 'known' ? String(fact.value) : fact.state === 'absent' ? '-' : '?';
}

/** user, is root, shell, package manager, libc */
function row(text: string): string {
  const { user, isRoot, shell, packageManager, libc } = facts(text);
  return [user, isRoot, shell, packageManager, libc].map(show).join(' ');
}

const DEBIAN = 'root true /bin/sh apt glibc';
const ALPINE = 'root true /bin/sh apk musl';
const NOTHING = '? ? ? ? ?';
const SHA256 = `sha256:${'0'.repeat(64)}`;

describe('imageFacts of images that are not hardened', () => {
  const rows: Record<string, string> = {
    'debian:bookworm-slim': DEBIAN,
    'ubuntu:24.04': DEBIAN,
    ubuntu: DEBIAN,
    'alpine:3.20': ALPINE,
    scratch: 'root true - none none',
    'busybox:1.36': 'root true /bin/sh none ?',
    'busybox:1.36-musl': 'root true /bin/sh none musl',
    'fedora:41': 'root true /bin/sh dnf glibc',
    'rockylinux:9': 'root true /bin/sh dnf glibc',
    'rockylinux:9-minimal': 'root true /bin/sh microdnf glibc',
    'almalinux:minimal': 'root true /bin/sh microdnf glibc',
    'amazonlinux:2': 'root true /bin/sh yum glibc',
    'amazonlinux:2023': 'root true /bin/sh dnf glibc',
    'archlinux:base-devel': 'root true /bin/sh pacman glibc',
    'opensuse/leap:15.6': 'root true /bin/sh zypper glibc',
    'buildpack-deps:jammy-curl': DEBIAN,
    'python:3.12': DEBIAN,
    'python:3.12-slim-bookworm': DEBIAN,
    'python:3.12-alpine3.20': ALPINE,
    'python:3.12-windowsservercore': NOTHING,
    'python:something': 'root true ? ? ?',
    'docker.io/library/python:3.12': DEBIAN,
    'public.ecr.aws/docker/library/python:3.12': DEBIAN,
    'mirror.gcr.io/library/python:3.12-alpine': ALPINE,
    [`python:3.12@${SHA256}`]: DEBIAN,
    [`python@${SHA256}`]: 'root true ? ? ?',
    'acme/python:3.12': NOTHING,
    'registry.example.com/python:3.12': NOTHING,
    'node:lts-alpine': ALPINE,
    'gcc:14': DEBIAN,
    'elixir:1.18-otp-27-slim': DEBIAN,
    'erlang:27-alpine': ALPINE,
    'golang:1.23-nanoserver': NOTHING,
    'php:8.3-fpm-alpine': ALPINE,
    'php:8.3-apache': DEBIAN,
    'eclipse-temurin:21-jre': DEBIAN,
    'eclipse-temurin:21-jre-ubi9-minimal': 'root true /bin/sh ? glibc',
    'openjdk:17': 'root true /bin/sh ? glibc',
    'openjdk:17-slim': DEBIAN,
    'mysql:8': 'root true /bin/sh ? glibc',
    'mariadb:11': DEBIAN,
    'traefik:v3.1': ALPINE,
    'traefik:1.7': 'root true ? ? ?',
    'haproxy:3.0': 'haproxy false /bin/sh apt glibc',
    'haproxy:2.2': '? ? /bin/sh apt glibc',
    'memcached:1.6-alpine': 'memcache false /bin/sh apk musl',
    'elasticsearch:8.15.0': '1000:0 false ? ? ?',
    'elasticsearch:7.17.0': '? ? ? ? ?',
    'gradle:8-jdk21': '? ? /bin/sh apt glibc',
    'gcr.io/distroless/static-debian12': 'root true - none none',
    'gcr.io/distroless/static-debian12:nonroot': '65532 false - none none',
    'gcr.io/distroless/base:debug': 'root true ? none glibc',
    'gcr.io/distroless/nodejs22-debian12:nonroot-amd64': '65532 false - none glibc',
    [`gcr.io/distroless/base@${SHA256}`]: '? ? ? none glibc',
    'gcr.io/distroless/other': NOTHING,
    'cgr.dev/chainguard/static': '65532 false - none none',
    'cgr.dev/chainguard/python:latest-dev': '65532 false /bin/sh apk glibc',
    'cgr.dev/chainguard/wolfi-base': '? ? /bin/sh apk glibc',
    'cgr.dev/chainguard/go': '? ? ? ? glibc',
    'ghcr.io/astral-sh/uv:0.5.1': 'root true - none none',
    'ghcr.io/astral-sh/uv': 'root true - none none',
    'ghcr.io/astral-sh/uv:python3.12-bookworm-slim': DEBIAN,
    'ghcr.io/astral-sh/uv:0.5-alpine': ALPINE,
    'mcr.microsoft.com/dotnet/sdk:8.0': DEBIAN,
    'mcr.microsoft.com/dotnet/aspnet:8.0-alpine': ALPINE,
    'mcr.microsoft.com/dotnet/aspnet:8.0-noble-chiseled-extra': '1654 false - none glibc',
    'mcr.microsoft.com/dotnet/runtime:6.0-jammy-chiseled': '? false - none glibc',
    'mcr.microsoft.com/windows/servercore:ltsc2022': NOTHING,
    'registry.access.redhat.com/ubi9:9.4': 'root true /bin/sh dnf glibc',
    'registry.access.redhat.com/ubi9/ubi-minimal': 'root true /bin/sh microdnf glibc',
    'redhat/ubi9-micro': 'root true /bin/sh none glibc',
    'nginxinc/nginx-unprivileged:1.27-alpine': '101 false /bin/sh apk musl',
    'bitnami/postgresql:16': '1001 false ? ? ?',
    'bitnami/git': NOTHING,
    'jenkins/jenkins:lts-jdk21': 'jenkins false /bin/sh ? ?',
    'grafana/grafana:11.1.0': '472 false /bin/sh ? ?',
    'prom/prometheus:v2.53.0': 'nobody false /bin/sh none ?',
  };
  for (const [text, expected] of Object.entries(rows)) it(text, () => assert.equal(row(text), expected));

  it('knows the accounts of an image, or says that it does not', () => {
    const users = (text: string): readonly string[] | undefined => {
      const fact = facts(text).users;
      return fact.state === 'known' ? fact.value : undefined;
    };
    assert.ok(users('debian')?.includes('www-data'));
    assert.ok(users('alpine')?.includes('nobody'));
    assert.ok(users('node:22')?.includes('node'));
    assert.equal(users('python:3.12')?.includes('node'), false);
    assert.deepEqual(users('scratch'), []);
    assert.deepEqual(users('gcr.io/distroless/static'), ['root', 'nobody', 'nonroot']);
    assert.equal(users('fedora:41'), undefined);
    assert.equal(users('acme/app'), undefined);
  });

  it('says for whom an entry point drops root', () => {
    assert.equal(facts('postgres:16').entrypointUser, 'postgres');
    assert.equal(facts('nginx:1.27').entrypointUser, undefined);
  });

  it('knows the work dir', () => {
    assert.equal(show(facts('golang:1.23').workdir), '/go');
    assert.equal(show(facts('python:3.12').workdir), '/');
    assert.equal(show(facts('mysql:8').workdir), '?');
  });

  it('names its source', () => {
    assert.match(facts('python').source, /hub\.docker\.com\/_\/python/);
    assert.match(facts('ghcr.io/astral-sh/uv').source, /^uv/);
  });
});
