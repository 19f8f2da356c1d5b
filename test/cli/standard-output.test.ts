import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { closeSync, constants, mkdtempSync, openSync, readFileSync, readSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PromptOutput, type Stream } from '../../server/src/cli/standard-output';

const { O_NONBLOCK, O_RDONLY, O_RDWR, O_WRONLY } = constants;

describe('standard output', () => {
  let folder: string;
  let opened: number[];
  let streamed: Buffer[];
  let faults: string[];

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'bulwark-output-'));
    opened = [];
    streamed = [];
    faults = [];
  });
  afterEach(() => {
    opened.forEach(closeSync);
    rmSync(folder, { recursive: true });
  });

  const stream: Stream = {
    write: (text) => streamed.push(Buffer.from(text)),
    on: () => undefined,
  };
  const failed = ({ fault }: { readonly fault: string }): void => {
    faults.push(fault);
  };
  const pipe = (): string => {
    execFileSync('mkfifo', [join(folder, 'pipe')]);
    return join(folder, 'pipe');
  };
  const open = (path: string, flags: number | string): number => {
    const descriptor = openSync(path, flags);
    opened.push(descriptor);
    return descriptor;
  };

  it('writes at once, without a stream', () => {
    const file = join(folder, 'file');
    const output = new PromptOutput(open(file, 'w'), () => stream, failed);
    output.write('größer\n');
    output.write('');
    output.write('than\n');
    assert.equal(readFileSync(file, 'utf8'), 'größer\nthan\n');
    assert.deepEqual(streamed, []);
  });

  it('leaves to the stream what a full pipe does not take', () => {
    const path = pipe();
    const reader = open(path, O_RDWR | O_NONBLOCK);
    const output = new PromptOutput(open(path, O_WRONLY | O_NONBLOCK), () => stream, failed);
    const text = 'ä€'.repeat(100_000);
    output.write(text);
    output.write('the end');
    const taken = Buffer.alloc(text.length * 3);
    const length = readSync(reader, taken);
    assert.ok(length > 0 && streamed.length === 2);
    assert.equal(Buffer.concat([taken.subarray(0, length), ...streamed]).toString(), `${text}the end`);
  });

  it('says nothing more where the reader has gone', () => {
    const path = pipe();
    const reader = openSync(path, O_RDONLY | O_NONBLOCK);
    const output = new PromptOutput(open(path, O_WRONLY | O_NONBLOCK), () => stream, failed);
    closeSync(reader);
    output.write('unread');
    output.write('unread');
    assert.deepEqual([streamed, faults], [[], []]);
  });

  it('tells once where nothing can be written', () => {
    const output = new PromptOutput(open('/dev/full', 'w'), () => stream, failed);
    output.write('unwritten');
    output.write('unwritten');
    assert.deepEqual(faults, ['cannot be written: no space is left']);
    assert.deepEqual(streamed, []);
  });
});
