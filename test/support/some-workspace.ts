import { type Inventory } from '../../server/src/service/inventory/model';
import { reportedImages } from '../../server/src/service/report/images';
import { makeReport } from '../../server/src/service/report/make';
import { type WorkspaceReport } from '../../server/src/service/report/model';
import { lookedFile } from './looked-files';

const api = lookedFile('api/Dockerfile', 'FROM python\nUSER root\nRUN wget -q x\n', [
  ['python', { rule: 'image-tag-missing', message: '`python` has no tag, so it is | whatever comes.' }],
  ['USER', { rule: 'user-root', message: 'The last USER is root.' }],
  ['wget', { rule: 'tls-off-wget', severity: 'error' }],
]);
const compose = lookedFile('compose.yaml', 'services:\n  web:\n    image: nginx:1.29\n', [
  ['image', { rule: 'healthcheck-missing', severity: 'hint' }],
  ['nginx', { rule: 'dhi-available', severity: 'info' }],
]);
const clean = lookedFile('Dockerfile', 'FROM scratch\n', []);

const at = (line: number, character: number) => ({
  start: { line, character },
  end: { line, character: character + 1 },
});

const inventory: Inventory = {
  files: [
    {
      uri: api.uri,
      built: [],
      uses: [
        {
          kind: 'from',
          role: 'ships',
          written: 'python',
          reference: 'python',
          repository: 'docker.io/library/python',
          isInvalid: false,
          range: at(0, 5),
          standing: {
            pinning: 'none',
            hardened: false,
            user: 'root 0',
            endOfLife: { line: 'Python 3.8', date: '2024-10-07', hasEnded: true },
            counterpart: { reference: 'dhi.io/python:3.14' },
          },
        },
        { kind: 'copy', role: 'builds', written: '$TOOLS', isInvalid: false, range: at(2, 0) },
      ],
    },
    {
      uri: compose.uri,
      built: [],
      uses: [
        {
          kind: 'service',
          role: 'ships',
          written: 'dhi.io/nginx:1.29',
          reference: 'dhi.io/nginx:1.29',
          repository: 'dhi.io/nginx',
          tag: '1.29',
          isInvalid: false,
          range: at(2, 11),
          standing: {
            pinning: 'tag',
            hardened: true,
            variant: 'runtime',
            user: 'nginx 65532',
            endOfLife: { line: 'nginx 1.29', date: '2027-04-30', hasEnded: false },
          },
        },
        {
          kind: 'service',
          role: 'ships',
          written: 'python',
          reference: 'python',
          repository: 'docker.io/library/python',
          isInvalid: false,
          range: at(0, 0),
          standing: { pinning: 'none', hardened: false },
        },
      ],
    },
  ],
  counts: { uses: 4, images: 3, hardened: 1, notHardened: 1, unknown: 1 },
};

/** A report with something in each of its parts. */
export function someWorkspace(withTrend = true): WorkspaceReport {
  const [, second] = api.findings;
  return makeReport({
    files: [compose, api, clean],
    images: reportedImages(inventory, (uri) => uri.replace('file:///w/', '')),
    unread: [{ path: 'big.dockerfile', fault: 'is a binary file' }],
    ...(withTrend && {
      trend: {
        fresh: new Set(second === undefined ? [] : [second]),
        gone: [{ path: 'old/Dockerfile', rule: 'sudo', count: 3 }],
      },
    }),
  });
}
