import assert from 'node:assert/strict';
import { logIn, registryOf } from '../../client/src/docker/log-in';
import { shellOfScript, terminalShell } from '../../client/src/docker/shell';
import { waysFor } from '../../client/src/docker/ways';

describe('what can be done with a command', () => {
  for (const runs of [true, false])
    for (const editor of [true, false])
      it(`is to copy it in a workspace without trust (runs: ${runs}, editor: ${editor})`, () =>
        assert.deepEqual(waysFor({ trusted: false, runs, editor }), ['copy']));

  it('is all of it where there is a machine, an editor and trust', () =>
    assert.deepEqual(waysFor({ trusted: true, runs: true, editor: true }), ['run', 'copy', 'insert']));

  it('is not to run it in a browser, and not to insert it nowhere', () => {
    assert.deepEqual(waysFor({ trusted: true, runs: false, editor: true }), ['copy', 'insert']);
    assert.deepEqual(waysFor({ trusted: true, runs: true, editor: false }), ['run', 'copy']);
  });
});

describe('the terminal that runs it', () => {
  it('has the shell of the person where it is known', () =>
    assert.deepEqual(terminalShell('/usr/bin/fish', false), { shell: 'fish' }));
  it('has a shell that can be quoted for where it is not', () => {
    assert.deepEqual(terminalShell('/usr/bin/nu', false), { shell: 'posix', program: '/bin/sh' });
    assert.deepEqual(terminalShell('C:\\nu.exe', true), { shell: 'powershell', program: 'powershell.exe' });
  });
  it('is not what a script is written for', () => {
    assert.equal(shellOfScript('bat'), 'cmd');
    assert.equal(shellOfScript('dockerfile'), undefined);
  });
});

describe('the registry to log in to', () => {
  for (const [name, registry] of [
    ['registry.example.com/dhi/x', 'registry.example.com'],
    ['localhost:5000/x', 'localhost:5000'],
    ['acme/x', undefined],
    ['docker.io/acme/x', undefined],
    ['--password=x/y', undefined],
    ['$(id)/x', undefined],
  ] as const)
    it(`of ${name} is ${registry ?? 'none of its own'}`, () => assert.equal(registryOf(name), registry));

  it('stands in the command', () => assert.deepEqual(logIn('dhi.io'), ['docker', 'login', 'dhi.io']));
});
