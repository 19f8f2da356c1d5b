import { connectBrowser } from './protocol/connect-browser';
import { type serve } from './protocol/serve';
import { requireFrom } from './worker-require';

/** Serves in a web worker, which has no file system: the workspace is read through the client. */
export function start(run: typeof serve): void {
  run(connectBrowser(), { loadLibrariesFrom: requireFrom });
}
