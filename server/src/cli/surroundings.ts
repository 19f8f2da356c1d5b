import { type Service } from '../service/service';
import { cacheHost } from '../workspace/cached-host';
import { type Host } from '../workspace/host';
import { createNodeHost } from './node-host';

/** The service for files of one boundary, and the host that it reads with. */
export interface Surroundings {
  readonly host: Host;
  readonly service: Service;
  /** Makes the host give this text for the file, as an editor's unsaved text would be given. */
  open(uri: string, text: string): void;
}

/** @param log told of each rule that throws. */
export type MakeService = (host: Host, log: (message: string) => void) => Service;

/** Puts something between a host and those who ask it. */
export type WrapHost = (host: Host) => Host;

export function createSurroundings(
  makeService: MakeService,
  boundary: string,
  log: (message: string) => void,
  wrap: WrapHost = (host) => host,
): Surroundings {
  const disk = cacheHost(createNodeHost(boundary));
  let opened: { uri: string; text: string } | undefined;
  const host = wrap({
    readFile: (uri) => (uri === opened?.uri ? Promise.resolve(opened.text) : disk.readFile(uri)),
    listFolder: (uri) => disk.listFolder(uri),
    isExecutable: async (uri) => disk.isExecutable?.(uri),
    isTracked: async (uri) => disk.isTracked?.(uri),
  });
  return {
    host,
    service: makeService(host, log),
    open(uri, text) {
      // The one before may have been written since.
      if (opened !== undefined) disk.forgetText(opened.uri);
      opened = { uri, text };
    },
  };
}
