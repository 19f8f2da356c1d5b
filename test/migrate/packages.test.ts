import assert from 'node:assert/strict';
import { loadsOf12, loadsOf13, loadsOfBoth } from '../../server/src/migrate/packages/debian/loads';
import {
  packagesOf12,
  packagesOf13,
  packagesOfBoth,
} from '../../server/src/migrate/packages/debian/packages';
import { closureOf } from '../../server/src/migrate/packages/libraries';
import { packageUse } from '../../server/src/migrate/packages/needed-at-run';
import { whyUnknown } from '../../server/src/migrate/packages/why-unknown';

const namesIn = (text: string): readonly string[] =>
  text
    .trim()
    .split(/\n(?! )/)
    .flatMap((row) => row.split(': ')[0]?.split(' ') ?? []);

describe('what packages of the system leave behind', () => {
  for (const [name, system, libraries] of [
    ['zlib1g-dev', 'debian13', 'libz.so.1'],
    ['libssl-dev', 'debian12', 'libcrypto.so.3 libssl.so.3'],
    ['libssl3t64', 'debian13', 'libcrypto.so.3 libssl.so.3 libz.so.1 libzstd.so.1'],
    [
      'libxml2',
      'debian12',
      'libxml2.so.2 libicuuc.so.72 liblzma.so.5 libz.so.1 libicudata.so.72 libstdc++.so.6 libgcc_s.so.1',
    ],
    ['libxml2-dev', 'debian13', 'libxml2.so.2 liblzma.so.5 libz.so.1'],
    ['libicu72', 'debian13', undefined],
    [
      'libicu76',
      'debian13',
      'libicudata.so.76 libicui18n.so.76 libicuio.so.76 libicuuc.so.76 libstdc++.so.6 libgcc_s.so.1',
    ],
    [
      'default-libmysqlclient-dev',
      'debian13',
      'libmariadb.so.3 libcrypto.so.3 libssl.so.3 libz.so.1 libzstd.so.1',
    ],
    ['libjpeg-dev', 'debian12', 'libjpeg.so.62'],
    ['libjpeg-turbo-dev', 'alpine3.24', 'libjpeg.so.8'],
    ['libpq-dev', 'alpine3.24', undefined],
    ['libffi-dev', undefined, undefined],
    ['libffi-dev', 'debian11', undefined],
    ['fonts-noto-cjk', 'debian13', ''],
    ['constructor', 'debian13', undefined],
  ] as const)
    it(`${name} on ${system ?? 'an unknown system'}: ${libraries ?? 'not known'}`, () =>
      assert.equal(closureOf(name, system)?.libraries.join(' '), libraries));

  it('also means files', () => {
    assert.deepEqual(closureOf('libmagic1', 'debian12')?.files, [
      { from: '/usr/lib/file/magic.mgc', to: '/usr/share/misc/magic.mgc' },
    ]);
    assert.deepEqual(closureOf('fonts-noto-cjk', 'debian13')?.files, [{ from: '/usr/share/fonts' }]);
    assert.equal(closureOf('fonts-noto-cjk', 'alpine3.24'), undefined);
  });

  it('is listed once for each release', () => {
    for (const [both, ...releases] of [
      [packagesOfBoth, packagesOf12, packagesOf13],
      [loadsOfBoth, loadsOf12, loadsOf13],
    ] as const)
      for (const release of releases) {
        const names = [...namesIn(both), ...namesIn(release)];
        assert.deepEqual(
          names.filter((name, at) => names.indexOf(name) !== at),
          [],
        );
      }
  });

  it('has a list that a person can read, or a reason', () => {
    for (const [system, text] of [
      ['debian12', packagesOf12],
      ['debian13', packagesOf13],
    ] as const)
      for (const name of [...namesIn(packagesOfBoth), ...namesIn(text)]) {
        const count = closureOf(name, system)?.libraries.length ?? 0;
        assert.ok(count > 0 && count <= 40, `${name} of ${system}: ${count}`);
        assert.match(packageUse(name), /^(?:headers|run|present)$/, name);
        assert.equal(whyUnknown(name), undefined, name);
      }
    for (const name of ['ffmpeg', 'libvips42', 'libavcodec-dev', 'imagemagick', 'chromium', 'nodejs'])
      assert.ok(whyUnknown(name) !== undefined && closureOf(name, 'debian13') === undefined, name);
  });
});
