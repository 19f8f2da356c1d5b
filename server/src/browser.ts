import { connectBrowser } from './protocol/connect-browser';
import { serve } from './protocol/serve';

// A web worker has no file system: the workspace is read through the client.
serve(connectBrowser());
