import { imageUntrustedRegistry } from '../../../server/src/rules/dockerfile/images/image-untrusted-registry';
import { ruleTester } from '../../support/rule-tester';

const settings = { trustedRegistries: ['docker.io', '*.example.com', 'ghcr.io/team/'] };

ruleTester(imageUntrustedRegistry, {
  valid: [
    { name: 'while the setting is empty', code: 'FROM evil.test/python:3.14\n' },
    { name: 'Docker Hub by none of its names', code: 'FROM python:3.14\n', settings },
    { name: 'Docker Hub by another name', code: 'FROM index.docker.io/library/python:3.14\n', settings },
    { name: 'a host below the one named', code: 'FROM a.b.example.com/x:1\n', settings },
    { name: 'a part of a registry', code: 'FROM scratch\nCOPY --from=ghcr.io/team/x:1 /a /a\n', settings },
    { name: 'in another case', code: 'FROM Registry.Example.com/x:1\n', settings },
    { name: 'every registry', code: 'FROM evil.test/x:1\n', settings: { trustedRegistries: ['*'] } },
    {
      name: 'stages and scratch',
      code: 'FROM scratch AS a\nFROM a\n',
      settings: { trustedRegistries: ['x.test'] },
    },
    { name: 'a variable without a value', code: 'ARG REGISTRY\nFROM ${REGISTRY}/python:3.14\n', settings },
  ],
  invalid: [
    {
      code: 'FROM quay.io/team/x:1\n',
      settings,
      findings: [
        {
          message:
            'quay.io is none of the registries that this project trusts: docker.io, *.example.com, ghcr.io/team/.',
          at: 'quay.io',
        },
      ],
      output: null,
    },
    {
      name: 'the host itself is not below itself, and another part is another part',
      code: 'FROM example.com/x:1 AS a\nFROM ghcr.io/teamwork/x:1\n',
      settings,
      findings: [
        { message: 'base', at: 'example.com' },
        { message: 'base', at: 'ghcr.io' },
      ],
      output: null,
    },
    {
      name: 'Docker Hub where it is not trusted',
      code: 'FROM python:3.14\n',
      settings: { trustedRegistries: ['registry.example.com:5000'] },
      findings: [{ message: 'hub', at: 'python' }],
      output: null,
    },
    {
      name: 'a port is part of it; a default of an ARG, a mount',
      code: 'ARG REGISTRY=registry.example.com:5001\nFROM ${REGISTRY}/x:1\nRUN --mount=from=quay.io/t:1,target=/t /t/a\n',
      settings: { trustedRegistries: ['registry.example.com:5000'] },
      findings: [
        { message: 'base', at: '${REGISTRY}/x:1' },
        { message: 'base', at: 'quay.io' },
      ],
      output: null,
    },
  ],
});
