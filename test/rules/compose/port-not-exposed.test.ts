import { portNotExposed } from '../../../server/src/rules/compose/built/port-not-exposed';
import { file, web } from '../../support/compose-text';
import { ruleTester } from '../../support/rule-tester';

const around = {
  dockerfiles: { Dockerfile: 'FROM python:3.14-slim\nARG P=8000\nENV Q=9100\nEXPOSE $P\nUSER 1\n' },
};
const hardened = 'image: dhi.io/nginx:1.29-debian13';

ruleTester(portNotExposed, {
  valid: [
    { name: 'exposed', code: web('build: .', 'ports: ["80:8000"]'), around },
    { name: 'named by ENV', code: web('build: .', 'ports: ["80:9100"]'), around },
    {
      name: 'nothing is exposed',
      code: web('build: .', 'ports: ["80:80"]'),
      around: { dockerfiles: { Dockerfile: 'FROM debian:13\n' } },
    },
    {
      name: 'a range and another protocol',
      code: web('build: .', 'ports: ["53:53/udp", "9005:9005"]'),
      around: { dockerfiles: { Dockerfile: 'FROM debian:13\nEXPOSE 9000-9010 53/tcp\n' } },
    },
    {
      name: 'exposed by an image of which nothing is known',
      code: web('build: .', 'ports: ["80:80"]'),
      around: { dockerfiles: { Dockerfile: 'FROM registry.example.com/base:1\nEXPOSE 8000\n' } },
    },
    {
      name: 'a variable without a value',
      code: web('build: .', 'ports: ["80:80"]'),
      around: { dockerfiles: { Dockerfile: 'FROM debian:13\nARG P\nEXPOSE $P 90\n' } },
    },
    {
      name: 'of a build stage',
      code: web('build: .', 'ports: ["80:80"]'),
      around: { dockerfiles: { Dockerfile: 'FROM debian:13 AS build\nEXPOSE 90\nFROM debian:13\n' } },
    },
    {
      name: 'the environment names it',
      code: web('build: .', 'environment: { WEB: ":8080" }', 'ports: ["80:8080"]'),
      around,
    },
    {
      name: 'the environment may name it',
      code: web('build: .', 'environment: { PORT: "${PORT}" }', 'ports: ["80:8080"]'),
      around,
    },
    {
      name: 'another program is started',
      code: web('build: .', 'command: npm run dev', 'ports: ["80:8080"]'),
      around,
    },
    {
      name: 'settings are mounted',
      code: web(hardened, 'volumes: ["./nginx.conf:/etc/nginx/nginx.conf:ro"]', 'ports: ["80:80"]'),
    },
    {
      name: 'no network of its own',
      code: web('build: .', 'network_mode: host', 'ports: ["80:8080"]'),
      around,
    },
    { name: 'nothing is known of the image', code: web('image: app:1', 'ports: ["80:80"]') },
    { name: 'what the image listens on', code: web(hardened, 'ports: ["80:8080"]') },
    { name: 'a variable in the port', code: web(hardened, 'ports: ["80:${PORT}"]') },
  ],
  invalid: [
    {
      name: 'a hardened image listens elsewhere',
      code: web(hardened, 'ports: ["80:80"]'),
      findings: [{ message: 'pulled', at: '"80:80"', severity: 'info' }],
      output: null,
    },
    {
      name: 'an official image',
      code: web('image: postgres:17.5', 'ports:', '  - { target: 5433, published: "5433" }'),
      findings: [
        {
          message:
            'postgres:17.5 listens on 5432, and nothing here says that it listens on 5433: what is published may lead nowhere.',
          at: '{ target: 5433, published: "5433" }',
        },
      ],
      output: null,
    },
    {
      code: web('build: .', 'ports:', '  - "127.0.0.1:80:8080"'),
      around,
      findings: [{ message: 'built', at: '"127.0.0.1:80:8080"' }],
      output: null,
    },
    {
      name: 'an argument of the build says where',
      code: web('build: { context: ., args: { P: "8080" } }', 'ports: ["80:8000"]'),
      around: { dockerfiles: { Dockerfile: 'FROM debian:13\nARG P\nEXPOSE $P\nUSER 1\n' } },
      findings: [{ message: 'built', at: '"80:8000"' }],
      output: null,
    },
    {
      name: 'through an anchor, in both services that have it',
      code: file(
        'x-ports: &ports ["80:8080"]',
        'services:',
        '  a: { build: ., ports: *ports }',
        '  b: { build: ., ports: *ports }',
      ),
      around,
      findings: [{ message: 'built', at: '"80:8080"' }],
      output: null,
    },
  ],
});
