import { always, type Step } from './command-line';
import { imageMount } from './debug-mount';

/** A scan against the profile that the hardened images' own content brings. */
export interface Scan {
  /** A build variant of the hardened OpenSCAP: it alone has oscap-docker. */
  readonly openscap: string;
  readonly target: ScanTarget;
  /** Ends the names of containers that the scan makes, so that it takes nobody else's. */
  readonly suffix: string;
}

export type ScanTarget =
  | { readonly container: string }
  /** An image that is kept running for the scan by a sleep that is mounted from another one. */
  | { readonly image: string; readonly sleep: string };

const content = 'ssg-dhi-gpos-ds.xml';
const contentFolder = '/opt/docker/gpos/xml/scap/ssg/content';
const profile = 'xccdf_dhi-gpos_profile_.check';

/** Where the report lies when the scan is over, below the folder that it ran in. */
export const reportPath = 'out/report.html';

/**
 * Copies the profile out of the image, scans, and leaves the report in `out`. oscap-docker ends with exit code 2 where a rule
 * is broken: the container that was started for the scan goes all the same.
 */
export function scanWithOpenScap({ openscap, target, suffix }: Scan): readonly Step[] {
  const source = `bulwark-stig-${suffix}`;
  const own = `bulwark-scan-${suffix}`;
  const container = 'container' in target ? target.container : own;
  return [
    { makeFolder: 'stigs' },
    { makeFolder: 'out' },
    { words: ['docker', 'create', '--name', source, openscap] },
    { words: ['docker', 'cp', `${source}:${contentFolder}/${content}`, `stigs/${content}`] },
    { words: ['docker', 'rm', source] },
    ...('image' in target ? [{ words: keptRunning(target.image, target.sleep, own) }] : []),
    { words: scan(openscap, container) },
    ...('image' in target ? [always(['docker', 'stop', '-t', '1', own])] : []),
  ];
}

function keptRunning(image: string, sleep: string, name: string): readonly string[] {
  return [
    ...['docker', 'run', '--detach', '--rm', '--name', name, '--user', '0:0'],
    imageMount(sleep, '/busybox'),
    ...['--entrypoint', '/busybox/bin/sleep', image, 'infinity'],
  ];
}

/** Every option stands before the image: what comes after it is for oscap-docker. */
function scan(openscap: string, container: string): readonly string[] {
  return [
    ...['docker', 'run', '--rm', '--pid=host'],
    ...['--volume', '/var/run/docker.sock:/var/run/docker.sock'],
    ...['--volume', './out:/out', '--volume', './stigs:/stigs:ro'],
    ...['--entrypoint', 'oscap-docker', openscap],
    ...['container', container, 'xccdf', 'eval', '--profile', profile],
    ...['--results', '/out/results.xml', '--report', '/out/report.html', `/stigs/${content}`],
  ];
}
