import { type Service } from '../../../compose/model';
import { scalarOf, type ScalarValue } from '../../../compose/value';
import { valueOf } from '../../../text/known';
import { withoutSlashes } from '../../../text/without-slashes';
import { composeRule } from '../../rule';
import { markedTexts } from '../marked';

const memory = /^\/dev\/(?:k?mem|port|kmsg)$/;
const disk =
  /^\/dev\/(?:(?:sd|hd|vd|xvd)[a-z]+\d*|nvme\d+n\d+(?:p\d+)?|mmcblk\d+(?:p\d+)?|dm-\d+|md\d+|mapper(?:\/.+)?|disk(?:\/.+)?|loop-control)$/;

/** @see https://www.kernel.org/doc/html/latest/admin-guide/devices.html */
export const sensitiveDevice = composeRule({
  id: 'sensitive-device',
  summary: 'A service must not be given memory and disks of the host.',
  severity: 'warning',
  fix: 'none',
  messages: {
    memory:
      "{device} is the host's memory: who may open it reads and changes what every process and the kernel hold.",
    disk: '{device} is a disk of the host: who may open it reads and changes every file on it, whoever owns them.',
  },
  sameAs: { composeLint: ['CL-0016'] },
  since: '0.1.0',
  check({ compose, report }) {
    for (const { what } of markedTexts(compose, given, ({ span }) => span)) {
      const device = hostDevice(what);
      const message = memory.test(device) ? 'memory' : disk.test(device) ? 'disk' : undefined;
      if (message !== undefined) report({ message, at: what.span, data: { device } });
    }
  },
});

/** What `devices` gives, short (`/dev/sda:/dev/x:r`) or long, and what is mounted. */
function given(service: Service): readonly ScalarValue[] {
  const devices = service
    .entries('devices')
    .flatMap(({ value }) => (value.kind === 'list' ? value.items : []));
  const volumes = service.volumes.map(({ value }) => value);
  return [...devices, ...volumes].flatMap(
    (item) => scalarOf(item.kind === 'map' ? item.get('source')?.value : item) ?? [],
  );
}

function hostDevice({ resolved }: ScalarValue): string {
  return withoutSlashes((valueOf(resolved) ?? '').replace(/:.*$/, ''));
}
