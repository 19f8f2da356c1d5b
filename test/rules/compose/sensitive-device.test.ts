import { sensitiveDevice } from '../../../server/src/rules/compose/mounts/sensitive-device';
import { file, web } from '../../support/compose-text';
import { ruleTester } from '../../support/rule-tester';

ruleTester(sensitiveDevice, {
  valid: [
    web(
      'image: app:1',
      'devices: [/dev/dri:/dev/dri, /dev/fuse, /dev/net/tun, /dev/kvm, /dev/ttyUSB0, /dev/snd]',
    ),
    web('image: app:1', 'devices: ["${DISK}:/dev/sda", "${DISK}"]'),
    web('image: app:1', 'devices: [nvidia.com/gpu=all]'),
    web('image: app:1', 'devices: [{source: /dev/video0, target: /dev/sda}]'),
    web('image: app:1', 'devices: !reset [/dev/sda]'),
    web('image: app:1', 'volumes: [./mem:/dev/mem]'),
    web('image: app:1', 'devices:'),
  ],
  invalid: [
    {
      code: web('image: app:1', 'devices:', '  - "/dev/sda1:/dev/xvdc:r"', '  - /dev/mem'),
      findings: [
        { message: 'disk', at: '"/dev/sda1:/dev/xvdc:r"', severity: 'warning', offers: [] },
        { message: 'memory', at: '/dev/mem', offers: [] },
      ],
      output: null,
    },
    {
      code: web(
        'image: app:1',
        'devices: [{source: /dev/nvme0n1, target: /dev/x}, "${DISK:-/dev/mapper/root}"]',
        'volumes: [/dev/disk:/disks:ro, {type: bind, source: /dev/kmsg, target: /dev/kmsg}]',
      ),
      findings: [
        { message: 'disk', at: '/dev/nvme0n1' },
        { message: 'disk', at: '"${DISK:-/dev/mapper/root}"' },
        { message: 'disk', at: '/dev/disk:/disks:ro' },
        { message: 'memory', at: '/dev/kmsg' },
      ],
      output: null,
    },
    {
      name: 'once for an anchor',
      code: file(
        'x-d: &d [/dev/vda]',
        'services:',
        '  a: {image: a:1, devices: *d}',
        '  b: {image: b:1, devices: *d}',
      ),
      findings: [{ message: 'disk', at: '/dev/vda' }],
      output: null,
    },
    {
      name: 'what extends brings',
      code: file(
        'services:',
        '  base: {image: a:1, devices: ["/dev/port"]}',
        '  web: {extends: base, devices: [/dev/md0]}',
      ),
      findings: [
        { message: 'memory', at: '"/dev/port"' },
        { message: 'disk', at: '/dev/md0' },
      ],
      output: null,
    },
  ],
});
