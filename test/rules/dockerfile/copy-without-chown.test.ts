import { copyWithoutChown } from '../../../server/src/rules/dockerfile/user/copy-without-chown';
import { ruleTester } from '../../support/rule-tester';

ruleTester(copyWithoutChown, {
  valid: [
    'FROM node:22\nUSER node\nCOPY start.sh /app/start.sh\n',
    'FROM node:22\nCOPY start.sh /start.sh\nUSER node\nRUN chmod +x /start.sh\n',
    'FROM node:22\nUSER node\nCOPY --chown=node start.sh /\nRUN chmod +x /start.sh\n',
    'FROM node:22\nUSER node\nCOPY --chmod=777 seed.db /data/\nVOLUME /data\n',
    'FROM node:22\nUSER node\nCOPY start.sh /\nUSER root\nRUN chmod +x /start.sh\nUSER node\n',
    'FROM node:22\nUSER $WHO\nCOPY start.sh /\nRUN chmod +x /start.sh\nVOLUME /\n',
    'FROM node:22\nUSER node\nCOPY start.sh /\nRUN chmod +x /start2.sh && sudo chmod +x /start.sh && cd / && chmod +x start.sh\n',
    'FROM node:22\nUSER node\nCOPY . /app\nRUN chmod +x /app/start.sh\n',
    'FROM node:22\nUSER node\nCOPY a /data/\nVOLUME /data\nUSER root\n',
    'FROM node:22 AS build\nUSER node\nCOPY a /data/\nVOLUME /data\nFROM scratch\n',
    {
      name: 'a file that the folder is not known to bring',
      code: 'FROM node:22\nUSER node\nCOPY . /app\nRUN chmod +x /app/start.sh /app/made\n',
      around: { files: ['start.sh', 'x'], dockerignore: '*.sh' },
    },
  ],
  invalid: [
    {
      code: 'FROM node:22\nUSER node\nCOPY start.sh /app/\nRUN chmod +x /app/start.sh\n',
      output: null,
      findings: [
        {
          message:
            'What is copied belongs to root, whatever USER says: "node" cannot change "/app/start.sh", and the RUN below fails.',
          at: 'COPY',
          offers: [
            {
              title: 'Add --chown=node',
              output:
                'FROM node:22\nUSER node\nCOPY --chown=node start.sh /app/\nRUN chmod +x /app/start.sh\n',
            },
          ],
        },
      ],
    },
    {
      name: 'with a group, appended to, in a work dir',
      code: 'FROM node:22\nWORKDIR /app\nUSER 1000:1001\nADD --link settings.ini \\\n    ./\nRUN echo x=1 >> settings.ini\n',
      output: null,
      findings: [
        {
          message: 'run',
          at: 'ADD',
          offers: [
            {
              title: 'Add --chown=1000:1001',
              output:
                'FROM node:22\nWORKDIR /app\nUSER 1000:1001\nADD --chown=1000:1001 --link settings.ini \\\n    ./\nRUN echo x=1 >> settings.ini\n',
            },
          ],
        },
      ],
    },
    {
      name: 'into a volume, declared before or behind',
      code: 'FROM postgres:17\nUSER postgres\nCOPY seed.db /data/db/\nVOLUME ["/data"]\n',
      output: null,
      findings: [
        {
          message: 'volume',
          at: 'COPY',
          offers: [
            {
              title: 'Add --chown=postgres',
              output:
                'FROM postgres:17\nUSER postgres\nCOPY --chown=postgres seed.db /data/db/\nVOLUME ["/data"]\n',
            },
          ],
        },
      ],
    },
    {
      name: 'from a stage, into a volume',
      code: 'FROM scratch AS seed\nFROM node:22\nVOLUME /data /log\nUSER node\nCOPY --from=seed /db /data\n',
      output: null,
      findings: [
        {
          message: 'volume',
          at: 'COPY',
          offers: [
            {
              title: 'Add --chown=node',
              output:
                'FROM scratch AS seed\nFROM node:22\nVOLUME /data /log\nUSER node\nCOPY --chown=node --from=seed /db /data\n',
            },
          ],
        },
      ],
    },
    {
      name: 'in a folder of which it is known what it brings',
      code: 'FROM node:22\nUSER node\nCOPY bin /app/bin\nRUN chmod 755 /app/bin/start\n',
      around: { files: ['bin/start'] },
      output: null,
      findings: [
        {
          message: 'run',
          at: 'COPY',
          offers: [
            {
              title: 'Add --chown=node',
              output:
                'FROM node:22\nUSER node\nCOPY --chown=node bin /app/bin\nRUN chmod 755 /app/bin/start\n',
            },
          ],
        },
      ],
    },
  ],
});
