import { spawn, spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What a Docker client asks an engine to create, as far as tests look at it. */
export interface Creation {
  readonly Image: string;
  readonly User: string;
  readonly Env: readonly string[] | null;
  readonly Cmd: readonly string[] | null;
  readonly Entrypoint: readonly string[] | null;
  readonly WorkingDir: string;
  readonly HostConfig: {
    readonly Binds: readonly string[] | null;
    readonly PidMode: string;
    readonly NetworkMode: string;
    readonly CapAdd: readonly string[] | null;
    readonly AutoRemove: boolean;
    readonly Mounts?: readonly { readonly Type: string; readonly Source: string; readonly Target: string }[];
  };
}

/** Whether this machine has a Docker client that knows relative folders (23 and newer). */
export function hasDockerClient(): boolean {
  const { status, stdout } = spawnSync('docker', ['--version'], { encoding: 'utf8' });
  const major = /version (\d+)\./.exec(stdout)?.[1];
  return status === 0 && Number(major) >= 23;
}

/**
 * Has a shell carry out a line that starts with `docker`, against an engine that only listens.
 * @returns what the client asked to create. Nothing is ever run.
 */
export async function created(line: string): Promise<readonly Creation[]> {
  const folder = await mkdtemp(join(tmpdir(), 'bulwark-engine-'));
  const socket = join(folder, 'engine.sock');
  const creations: Creation[] = [];
  const server = createServer((request, response) => {
    answer(request, response, (creation) => creations.push(creation));
  });
  try {
    await new Promise<void>((resolve) => server.listen(socket, resolve));
    await new Promise<void>((resolve, reject) => {
      const env = { ...process.env, HOME: folder, DOCKER_CONFIG: folder, DOCKER_HOST: `unix://${socket}` };
      const child = spawn('sh', ['-c', line], { cwd: folder, env, stdio: 'ignore' });
      child.once('error', reject);
      child.once('close', () => resolve());
    });
    return creations;
  } finally {
    server.closeAllConnections();
    server.close();
    await rm(folder, { recursive: true, force: true });
  }
}

function answer(
  request: IncomingMessage,
  response: ServerResponse,
  keep: (creation: Creation) => void,
): void {
  const { method, url = '' } = request;
  const isCreation = method === 'POST' && url.includes('/containers/create');
  let body = '';
  request.on('data', (chunk: Buffer) => (body += chunk.toString()));
  request.on('end', () => {
    if (isCreation) keep(JSON.parse(body) as Creation);
    const [status, reply] = isCreation ? [201, { Id: '0'.repeat(64) }] : [500, { message: 'No engine.' }];
    if (url.endsWith('/_ping')) response.writeHead(200, { 'Api-Version': '1.48' }).end();
    else response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(reply));
  });
}
