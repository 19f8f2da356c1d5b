import { volumeNotWritable } from '../../../server/src/rules/compose/built/volume-not-writable';
import { file, web } from '../../support/compose-text';
import { ruleTester } from '../../support/rule-tester';

const withVolume = (...lines: readonly string[]): string => `${web(...lines)}volumes:\n  data:\n`;
const mount = 'volumes: ["data:/data"]';
const around = (...lines: readonly string[]) => ({ dockerfiles: { Dockerfile: file(...lines) } });
const base = ['FROM python:3.14-slim', 'WORKDIR /app', 'RUN pip install flask', 'COPY . .'];
const user = 'USER 1000';

ruleTester(volumeNotWritable, {
  valid: [
    { name: 'as root', code: withVolume('build: .', mount), around: around(...base) },
    {
      name: 'a user that is not known',
      code: withVolume('build: .', 'user: ${ME}', mount),
      around: around(...base),
    },
    {
      name: 'made and given away',
      code: withVolume('build: .', mount),
      around: around(...base, 'RUN mkdir /data && chown 1000 /data', user),
    },
    {
      name: 'given by what nobody can read',
      code: withVolume('build: .', mount),
      around: around(...base, 'RUN ./setup.sh', user),
    },
    {
      name: 'given with all around it',
      code: withVolume('build: .', mount),
      around: around(...base, 'RUN chown -R 1000 /', user),
    },
    {
      name: 'copied with an owner',
      code: withVolume('build: .', mount),
      around: around(...base, 'COPY --chown=1000 data /data', user),
    },
    {
      name: 'made by WORKDIR for the user',
      code: withVolume('build: .', mount),
      around: around(...base, user, 'WORKDIR /data'),
    },
    {
      name: 'a folder that images have',
      code: withVolume('build: .', 'volumes: ["data:/var/lib/app"]'),
      around: around(...base, user),
    },
    {
      name: 'an image of which nothing is known',
      code: withVolume('build: .', mount),
      around: around('FROM registry.example.com/a:1', user),
    },
    {
      name: 'read only',
      code: withVolume('build: .', 'volumes: ["data:/data:ro"]'),
      around: around(...base, user),
    },
    {
      name: 'a folder of the host',
      code: withVolume('build: .', 'volumes: ["./data:/data"]'),
      around: around(...base, user),
    },
    {
      name: 'a volume that is there already',
      code: web('build: .', mount) + 'volumes: { data: { external: true } }\n',
      around: around(...base, user),
    },
    {
      name: 'another service prepares it',
      code: file(
        'services:',
        '  web: { build: ., volumes: ["data:/data"] }',
        '  init: { image: "busybox:1.37", volumes: ["data:/d"] }',
        'volumes: { data: {} }',
      ),
      around: around(...base, user),
    },
    {
      name: 'another service of the same image prepares it as root',
      code: file(
        'services:',
        '  init: { build: ., user: root, volumes: ["data:/data"] }',
        '  web: { build: ., volumes: ["data:/data"] }',
        'volumes: { data: {} }',
      ),
      around: around(...base, user),
    },
    {
      name: 'what a hardened image keeps for itself',
      code: withVolume('image: dhi.io/postgres:17-debian13', 'volumes: ["data:/var/lib/postgresql"]'),
    },
  ],
  invalid: [
    {
      code: withVolume('build: .', mount),
      around: around(...base, user),
      findings: [
        {
          message: 'base',
          at: '"data:/data"',
          severity: 'warning',
          offers: [
            {
              title: 'Make /data in the Dockerfile and give it to 1000',
              output: withVolume('build: .', mount),
              others: { 'file:///w/Dockerfile': 'RUN mkdir -p /data && chown 1000:1000 /data\n' },
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'copied as root, in the long form',
      code: withVolume('build: .', 'volumes:', '  - { type: volume, source: data, target: /data/ }'),
      around: around(...base, 'COPY seed /data/seed', 'USER nobody'),
      findings: [{ message: 'base', at: '{ type: volume, source: data, target: /data/ }' }],
      output: null,
    },
    {
      name: 'an image without a shell, which a stage with one can bring the folder',
      code: withVolume('build: .', mount),
      around: around(
        'FROM python:3.14-slim AS build',
        'RUN python -m venv /venv',
        'FROM dhi.io/python:3.14-debian13',
        'COPY --from=build /venv /venv',
      ),
      findings: [
        {
          message: 'base',
          at: '"data:/data"',
          offers: [
            {
              title: 'Make /data in the Dockerfile and give it to 65532',
              output: withVolume('build: .', mount),
              others: {
                'file:///w/Dockerfile':
                  '\nRUN mkdir -p /data\nCOPY --from=build --chown=65532:65532 /data /data',
              },
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'a hardened image that has no such folder',
      code: withVolume('image: dhi.io/python:3.14-debian13', mount),
      findings: [{ message: 'base', at: '"data:/data"' }],
      output: null,
    },
    {
      name: 'in two services of one image',
      code: file(
        'services:',
        '  web: { build: ., volumes: ["data:/data"] }',
        '  worker: { build: ., volumes: ["data:/data"] }',
        'volumes: { data: {} }',
      ),
      around: around('FROM scratch', 'COPY . /data', 'USER app'),
      findings: [
        { message: 'base', at: '"data:/data"', line: 1 },
        { message: 'base', at: '"data:/data"', line: 2 },
      ],
      output: null,
    },
  ],
});
