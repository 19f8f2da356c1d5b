import assert from 'node:assert/strict';
import { type Situation, statusText } from '../../client/src/status-text';

const well: Situation = {
  server: 'running',
  checking: false,
  enabled: true,
  tooLarge: false,
  findings: 0,
  neighbours: [],
};

const cases: readonly (readonly [string, Partial<Situation>, string, RegExp, string])[] = [
  ['the server starts', { server: 'starting' }, 'Starting', /in a moment/, 'bulwark.showOutput'],
  [
    'it has stopped, whatever was found before',
    { server: 'stopped', findings: 3 },
    'Not running',
    /not being checked/,
    'bulwark.restart',
  ],
  [
    'it is switched off',
    { enabled: false },
    'Switched off',
    /as the settings say/,
    'workbench.action.openSettings',
  ],
  [
    'the file is too large',
    { tooLarge: true, findings: 1 },
    'File too large',
    /not being checked/,
    'bulwark.showOutput',
  ],
  [
    'the file is being checked',
    { checking: true, findings: 2 },
    'Checking',
    /^Bulwark$/,
    'bulwark.showOutput',
  ],
  ['nothing was found', {}, 'No findings', /^Bulwark$/, 'bulwark.showOutput'],
  ['one thing was found', { findings: 1 }, '1 finding', /^Bulwark$/, 'editor.action.marker.next'],
  ['several were found', { findings: 7 }, '7 findings', /^Bulwark$/, 'editor.action.marker.next'],
  [
    'others complete and explain',
    { findings: 7, neighbours: ['Docker DX', 'YAML by Red Hat'] },
    '7 findings',
    /left to Docker DX and YAML by Red Hat\.$/,
    'editor.action.marker.next',
  ],
];

describe('the language status', () => {
  for (const [name, situation, text, detail, command] of cases)
    it(`says that ${name}`, () => {
      const status = statusText({ ...well, ...situation });
      assert.equal(status.text, text);
      assert.match(status.detail, detail);
      assert.equal(status.command.command, command);
    });

  it('is an error only where the server does not run', () => {
    const errors = cases.filter(([, situation]) => statusText({ ...well, ...situation }).isError);
    assert.deepEqual(
      errors.map(([, situation]) => situation.server),
      ['stopped'],
    );
  });
});
