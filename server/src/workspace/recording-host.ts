import { type Host } from './host';
import { canonical } from './uri';

/** A host that notes the canonical URI of every file and folder that it is asked for. */
export function recordingHost(host: Host, asked: Set<string>): Host {
  const noted = (uri: string): string => {
    asked.add(canonical(uri));
    return uri;
  };
  return {
    readFile: (uri) => host.readFile(noted(uri)),
    listFolder: (uri) => host.listFolder(noted(uri)),
    isExecutable: async (uri) => host.isExecutable?.(noted(uri)),
    isTracked: async (uri) => host.isTracked?.(noted(uri)),
  };
}
