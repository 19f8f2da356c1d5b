import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import {
  type WorkDoneProgressBegin,
  type WorkDoneProgressEnd,
  type WorkDoneProgressReport,
  WorkDoneProgress,
} from 'vscode-languageserver-protocol/node';
import {
  type WorkspaceReportAnswer,
  workspaceReportRequest,
} from '../../server/src/protocol/workspace-report/messages';
import { memoryHost } from '../support/memory-host';
import { Project } from '../support/cli';
import { type ClientSetUp, type TestClient, withClient } from '../support/protocol-client';

const files = {
  'file:///w/api/Dockerfile': 'FROM debian:latest\nRUN apt-get install curl\n',
  'file:///w/web/compose.yaml': 'services:\n  web:\n    image: "dhi.io/nginx:1.29-debian13"\n',
};

function on(all: Readonly<Record<string, string>> = files, folders = ['file:///w']): ClientSetUp {
  return { folders, disk: () => memoryHost(all, 'file://') };
}

function ask(client: TestClient, workDoneToken?: string): Promise<WorkspaceReportAnswer> {
  return client.connection.sendRequest(workspaceReportRequest, { workDoneToken });
}

describe('the report on a workspace', () => {
  it('says what was found in which file', () =>
    withClient(on(), async (client) => {
      const { markdown } = await ask(client);
      assert.match(markdown, /^# Hardening report\n\n\d+ findings \(1 error, .*\) in 2 files\.\n/);
      assert.match(markdown, /^### `api\/Dockerfile`$/m);
      assert.match(markdown, /^\| 2 \| error \| \[apt-assume-yes\]/m);
    }));

  it('lists the images with what is known of them', () =>
    withClient(on(), async (client) => {
      const { markdown } = await ask(client);
      assert.match(
        markdown,
        /^\| `debian:latest` \| no \| by a tag that moves \|.*\| `api\/Dockerfile:1` \|$/m,
      );
      assert.match(markdown, /^\| `dhi\.io\/nginx:1\.29-debian13` \| yes \| by tag \|/m);
    }));

  it('links places and rules by commands in the editor, and by addresses on a page that stands alone', () =>
    withClient(on(), async (client) => {
      const { page, html } = await ask(client);
      const [, words = ''] = /href="command:bulwark\.openPlace\?([^"]*)">2</.exec(page) ?? [];
      assert.deepEqual(JSON.parse(decodeURIComponent(words)), ['file:///w/api/Dockerfile', 2, 5]);
      assert.match(page, /href="command:bulwark\.openRule\?%5B%22apt-assume-yes%22/);
      assert.match(page, /href="command:bulwark\.saveReport"/);
      assert.doesNotMatch(html, /command:/);
      assert.match(html, /<a href="https:[^"]*#apt-assume-yes">apt-assume-yes<\/a>/);
    }));

  it('names the folder where there are several', () =>
    withClient(on(files, ['file:///w/api', 'file:///w/web']), async (client) => {
      const { markdown } = await ask(client);
      assert.match(markdown, /^### `api\/Dockerfile`$/m);
      assert.match(markdown, /`web\/compose\.yaml/);
    }));

  it('compares with the baselines of the folders, as the command line wrote them', async () => {
    const project = new Project({ Dockerfile: files['file:///w/api/Dockerfile'], '.git/HEAD': '' });
    try {
      await project.run(['lint', '--baseline', '.bulwark-baseline.json', '--update-baseline'], {
        real: true,
      });
      const text = await project.run(['lint', '--baseline', '.bulwark-baseline.json'], { real: true });
      assert.equal(text.code, 0);
      const baseline = readFileSync(project.at('.bulwark-baseline.json'), 'utf8');
      const changed = {
        'file:///w/Dockerfile': 'FROM debian:latest\nRUN sudo x\n',
        'file:///w/.bulwark-baseline.json': baseline,
      };
      await withClient(on(changed), async (client) => {
        const { markdown } = await ask(client);
        assert.match(markdown, /^\| 2 \| \w+ \| \[sudo\].*\| new \|$/m);
        assert.match(markdown, /^\| 1 \| \w+ \| \[image-tag-[^|]*\|[^|]*\| as before \|$/m);
        assert.match(markdown, /^\| `Dockerfile` \| `apt-assume-yes` \| 1 \|$/m);
      });
    } finally {
      project.remove();
    }
  });

  it('says of a baseline that it cannot be read', () =>
    withClient(on({ ...files, 'file:///w/.bulwark-baseline.json': '{' }), async (client) => {
      const { markdown } = await ask(client);
      assert.match(markdown, /^- `\.bulwark-baseline\.json` is no baseline: it is not JSON$/m);
      assert.doesNotMatch(markdown, /Since the baseline/);
    }));

  it('tells how far it is', () =>
    withClient(on(), async (client) => {
      const told: (WorkDoneProgressBegin | WorkDoneProgressReport | WorkDoneProgressEnd)[] = [];
      client.connection.onProgress(WorkDoneProgress.type, 'token', (value) => void told.push(value));
      await ask(client, 'token');
      assert.deepEqual(
        told.map((value) => (value.kind === 'report' ? value.message : value.kind)),
        ['begin', '1 of 2 files', '2 of 2 files', 'end'],
      );
    }));

  it('is made also of an empty workspace', () =>
    withClient(on({}, []), async (client) => {
      assert.match((await ask(client)).markdown, /There are no Dockerfiles and no Compose files\./);
    }));
});
