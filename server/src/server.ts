import { serve } from './protocol/serve';

// One file for both: all of the server but its connection is the same on Node and in a web worker.
const host = 'importScripts' in globalThis ? import('./browser') : import('./node');
void host.then(({ start }) => start(serve));
