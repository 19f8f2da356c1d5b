import { dockerSocketVolume } from '../../../server/src/rules/dockerfile/user/docker-socket-volume';
import { ruleTester } from '../../support/rule-tester';

const base = 'FROM debian:trixie-slim\n';

ruleTester(dockerSocketVolume, {
  valid: [
    `${base}VOLUME /data\nVOLUME ["/a", "/b"]\n`,
    {
      name: 'named elsewhere',
      code: `${base}ENV DOCKER_HOST=unix:///var/run/docker.sock\nRUN rm -f /var/run/docker.sock\n`,
    },
    { name: 'another mount', code: `${base}RUN --mount=type=ssh make\n` },
    { name: 'another file', code: `${base}VOLUME /docker.sock.d /var/run/app.sock\n` },
  ],
  invalid: [
    {
      code: `${base}VOLUME /var/run/docker.sock\n`,
      findings: [{ message: 'base', at: '/var/run/docker.sock', severity: 'warning' }],
      output: null,
    },
    {
      name: 'among others',
      code: `${base}VOLUME ["/data", "/run/docker.sock"]\n`,
      findings: [{ message: 'base', at: '"/run/docker.sock"' }],
      output: null,
    },
    {
      name: 'a mount of the build',
      code: `${base}RUN --mount=type=bind,source=docker.sock,target=/var/run/docker.sock docker ps\n`,
      findings: [{ message: 'mount', at: 'target=/var/run/docker.sock' }],
      output: null,
    },
    {
      name: 'as a trigger, of another engine',
      code: `${base}ONBUILD VOLUME /run/podman/podman.sock\n`,
      findings: [{ message: 'base', at: '/run/podman/podman.sock' }],
      output: null,
    },
  ],
});
