import { dhiNonrootWrite } from '../../../server/src/rules/dockerfile/hardened-runtime/dhi-nonroot-write';
import { ruleTester } from '../../support/rule-tester';

const dev = 'FROM dhi.io/python:3.13-debian13-dev AS build\n';
const python = 'FROM dhi.io/python:3.13-debian13\n';
const node = 'FROM dhi.io/node:24-debian13\n';
const run = 'CMD ["python3", "/app/a.py"]\n';

ruleTester(dhiNonrootWrite, {
  valid: [
    `${dev}RUN mkdir -p /app/logs\n${python}COPY --from=build --chown=65532:65532 /app /app\n${run}`,
    {
      name: 'folders of the image: by its work dir, its variables, its program',
      code: 'FROM dhi.io/redis:8-debian13 AS a\nVOLUME /data\nFROM dhi.io/caddy:2-debian13 AS b\nVOLUME ["/config", "/data"]\nFROM dhi.io/postgres:18-debian13\nVOLUME /var/lib/postgresql\n',
      around: { targets: ['a', 'b'] },
    },
    { name: 'BuildKit makes a work dir for the user', code: `${python}WORKDIR /data\nVOLUME /data\n${run}` },
    {
      name: 'a folder above it is copied',
      code: `${dev}RUN make\n${python}COPY --from=build --chown=nonroot /srv/all /\nVOLUME /data\n${run}`,
    },
    {
      name: 'root, and a build variant',
      code: 'FROM dhi.io/docker:29-cli AS a\nVOLUME /data\nFROM dhi.io/python:3.13-debian13-dev\nVOLUME /data\n',
      around: { targets: ['a'] },
    },
    { name: 'no hardened image', code: 'FROM node:22-slim\nUSER node\nVOLUME /data\n' },
    { name: 'a builder', code: `${python.trimEnd()} AS a\nVOLUME /data\n${python}` },
    { name: 'a variable without a value', code: `${python}ARG D\nVOLUME $D\n${run}` },
    {
      name: 'an image that the catalogue does not list',
      code: `FROM dhi.io/python:3.13.1-debian13\nVOLUME /data\n${run}`,
    },
    {
      name: 'folders that the build fills, or starts in, or that everybody may write',
      code: `${dev}WORKDIR /src/cache\nRUN mkdir -p /out/logs && cp a /out/logs/\nRUN mkdir -p /o/tmp && chmod 1777 /o/tmp\nRUN mkdir -p /dist && make\n${python}COPY --from=build /out /out\nCOPY --from=build /o /o\nCOPY --from=build /dist /dist\nCOPY --from=build /src /src\n${run}`,
    },
    {
      name: 'folders that tools fill which are told of them, or that run above them',
      code: `${dev}ENV NLTK_DATA=/nltk\nRUN mkdir /nltk && chown 65532 /nltk && python3 -m nltk.downloader all\nFROM dhi.io/node:24-debian13-dev AS web\nRUN mkdir -p /web/node_modules && chown node:node /web/node_modules && chown -R node:node /web\nWORKDIR /web\nRUN npm ci\n${python}COPY --from=build /nltk /nltk\nCOPY --from=web /web /web\n${run}`,
    },
    { name: 'a heredoc', code: `${python}COPY <<EOF /a\nVOLUME /data\nEOF\n${run}` },
  ],
  invalid: [
    {
      code: `${python}VOLUME ["/data"]\n${run}`,
      findings: [
        {
          message:
            'The image has no /data, so the volume belongs to root, and "nonroot", as whom the container runs, cannot write it.',
          at: '"/data"',
          severity: 'warning',
        },
      ],
      output: null,
    },
    {
      name: 'a build stage can make it',
      code: `${dev}RUN pip install --no-cache-dir -t /app flask\n\n${node}COPY --from=build /app /srv\nVOLUME /data/\nCMD ["node", "/srv/a.js"]\n`,
      findings: [
        {
          message: 'volume',
          at: '/data/',
          offers: [
            {
              title: 'Copy an empty /data with --chown=1000:1000 from "build"',
              output: `${dev}RUN pip install --no-cache-dir -t /app flask\nRUN mkdir -p /data\n\n${node}COPY --from=build /app /srv\nCOPY --from=build --chown=1000:1000 /data /data\nVOLUME /data/\nCMD ["node", "/srv/a.js"]\n`,
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: "node's /app, which is root's",
      code: `${node}WORKDIR /app\nVOLUME /app\nCMD ["node", "a.js"]\n`,
      findings: [
        {
          message:
            'In dhi.io/node:24-debian13 the folder /app belongs to root, so that "node", as whom the container runs, cannot write the volume.',
          at: '/app',
          line: 2,
        },
      ],
      output: null,
    },
    {
      name: 'files that are copied into a volume, whoever USER says',
      code: `FROM dhi.io/postgres:18-debian13 AS a\nCOPY seed /seed/\nVOLUME /seed\n${python}USER 1000\nCOPY a /data/\nVOLUME /data\n${run}`,
      around: { targets: ['a'] },
      findings: [
        {
          message:
            'What is copied belongs to root, so that "postgres", as whom the container runs, cannot write the volume /seed.',
          at: 'COPY',
          line: 1,
          offers: [
            {
              title: 'Add --chown=70:70',
              output: `FROM dhi.io/postgres:18-debian13 AS a\nCOPY --chown=70:70 seed /seed/\nVOLUME /seed\n${python}USER 1000\nCOPY a /data/\nVOLUME /data\n${run}`,
            },
          ],
        },
        {
          message: 'copied',
          at: 'COPY',
          line: 5,
          offers: [
            {
              title: 'Add --chown=1000',
              output: `FROM dhi.io/postgres:18-debian13 AS a\nCOPY seed /seed/\nVOLUME /seed\n${python}USER 1000\nCOPY --chown=1000 a /data/\nVOLUME /data\n${run}`,
            },
          ],
        },
      ],
      output: null,
    },
    {
      name: 'a folder whose owner a COPY takes away, and one for logs',
      code: `${dev}WORKDIR /src\nRUN mkdir -p /data && chown -R 65532:65532 /data\nRUN mkdir -p app/logs\n${python}COPY --from=build /data /data\nCOPY --link --from=build /src/app /app\n${run}`,
      findings: [
        {
          message:
            'COPY gives what it brings to root, whatever the build stage said: "nonroot", as whom the container runs, cannot write /data.',
          at: 'COPY',
          offers: [
            {
              title: 'Add --chown=65532:65532',
              output: `${dev}WORKDIR /src\nRUN mkdir -p /data && chown -R 65532:65532 /data\nRUN mkdir -p app/logs\n${python}COPY --chown=65532:65532 --from=build /data /data\nCOPY --link --from=build /src/app /app\n${run}`,
            },
          ],
        },
        {
          message:
            'What is copied belongs to root, so that "nonroot", as whom the container runs, cannot write /app/logs.',
          at: 'COPY',
          line: 6,
          offers: [
            {
              title: 'Add --chown=65532:65532',
              output: `${dev}WORKDIR /src\nRUN mkdir -p /data && chown -R 65532:65532 /data\nRUN mkdir -p app/logs\n${python}COPY --from=build /data /data\nCOPY --chown=65532:65532 --link --from=build /src/app /app\n${run}`,
            },
          ],
        },
      ],
      output: null,
    },
  ],
});
