import assert from 'node:assert/strict';
import {
  changesInTitle,
  describeChange,
  describeReason,
} from '../../../server/src/image/counterpart/describe';
import { type NoCounterpartReason } from '../../../server/src/image/counterpart/model';
import { type ImageChange } from '../../../server/src/image/image-change';

describe('what changes, in words', () => {
  const changes: [ImageChange, sentence: RegExp, name: string][] = [
    [
      { kind: 'version', from: '3.12.7', to: '3.12' },
      /release line 3\.12; 3\.12\.7 /,
      '3.12 instead of 3.12.7',
    ],
    [{ kind: 'version', from: '3', to: '3.24' }, /3\.24, the newest release of 3\./, '3.24 instead of 3'],
    [{ kind: 'libc', from: 'musl', to: 'glibc' }, /from musl to glibc/, 'glibc instead of musl'],
    [
      { kind: 'system', from: 'bullseye', to: 'debian13' },
      /bullseye to debian13/,
      'debian13 instead of bullseye',
    ],
    [{ kind: 'distribution', from: 'ubuntu' }, /no longer Ubuntu/, 'no longer Ubuntu'],
    [{ kind: 'distribution', from: 'rpm' }, /no longer one of RPM packages/, 'no longer one of RPM packages'],
    [{ kind: 'jdk-to-jre' }, /no JDK/, 'JRE instead of JDK'],
    [{ kind: 'jre-to-jdk' }, /holds a JDK/, 'JDK instead of JRE'],
    [{ kind: 'sdk-to-runtime' }, /no SDK/, 'runtime instead of SDK'],
    [{ kind: 'runtime-to-sdk' }, /holds the \.NET SDK/, 'SDK instead of runtime'],
    [{ kind: 'assumed', what: 'jdk21' }, /^jdk21 is assumed/, 'jdk21 assumed'],
    [{ kind: 'dropped', word: 'management' }, /"management"/, 'without management'],
    [{ kind: 'tag-scheme' }, /newest version/, 'newest version'],
    [{ kind: 'note', note: 'no-libssl' }, /OpenSSL/, 'without OpenSSL'],
    [{ kind: 'note', note: 'deprecated-upstream' }, /deprecated/, 'successor of the original'],
    [{ kind: 'note', note: 'no-debug-variant' }, /debugging/, 'without a debug shell'],
  ];
  for (const [change, sentence, name] of changes)
    it(name, () => {
      assert.match(describeChange(change), sentence);
      assert.match(describeChange(change), /^\S.*\.$/);
      assert.equal(changesInTitle([change]), ` (${name})`);
    });

  it('one behind the other in a title, and nothing where nothing changes', () => {
    assert.equal(changesInTitle([]), '');
    const both: ImageChange[] = [{ kind: 'jdk-to-jre' }, { kind: 'libc', from: 'musl', to: 'glibc' }];
    assert.equal(changesInTitle(both), ' (JRE instead of JDK, glibc instead of musl)');
  });

  const reasons: [NoCounterpartReason, RegExp][] = [
    ['no-counterpart', /^No hardened image/],
    ['version-not-in-catalogue', /release line/],
    ['build-only', /build variants only/],
    ['no-build-variant', /no build variant/],
    ['no-such-variant', /of this kind/],
    ['no-apache-variant', /has no apache variant\.$/],
    ['no-enterprise-edition', /has no enterprise edition\.$/],
    ['other-jdk', /this JDK/],
    ['holds-python-too', /copy uv from dhi\.io\/uv/],
    ['windows', /Windows/],
    ['unknown-tag', /not known/],
    ['unknown-word:foo', /"foo"/],
  ];
  for (const [reason, sentence] of reasons)
    it(reason, () => assert.match(describeReason({ reason, finalInstead: [] }), sentence));

  it('names what is nearest, and what the last stage stands on', () => {
    assert.match(
      describeReason({ reason: 'no-counterpart', nearest: 'debian-base', finalInstead: [] }),
      /does\. dhi\.io\/debian-base comes nearest/,
    );
    const final = ['static', 'debian-base'];
    assert.match(
      describeReason({ reason: 'build-only', finalInstead: final }),
      /stands on dhi\.io\/static or dhi\.io\/debian-base\.$/,
    );
  });
});
