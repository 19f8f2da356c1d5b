import assert from 'node:assert/strict';
import { type Effects } from '../../../server/src/dockerfile/model';
import { parseDockerfile } from '../../../server/src/dockerfile/parse';

function effects(body: string): Effects {
  const found = parseDockerfile(body.startsWith('FROM') ? body : `FROM a\n${body}`).stages.at(-1)?.effects;
  assert.ok(found);
  return found;
}

describe('accounts that a stage creates', () => {
  const cases: readonly (readonly [string, readonly string[] | undefined])[] = [
    ['RUN true', []],
    ['RUN useradd app', ['app']],
    ['RUN useradd -ms /bin/bash -u 1000 app', ['app=1000']],
    ['RUN useradd --uid=1000 --no-create-home --gid 5 app', ['app=1000']],
    ['RUN useradd -u1000 -rM app', ['app=1000']],
    ['RUN groupadd -r grp && useradd -r -g grp app', ['app']],
    ['RUN useradd app -u 7', ['app=7']],
    ['RUN adduser --disabled-password --gecos "" app', ['app']],
    ['RUN adduser --system --group --home /x app', ['app']],
    ['RUN addgroup -S grp && adduser -S -G grp app', ['app']],
    ['RUN adduser -D -H -h /x -s /sbin/nologin -u 10001 app', ['app=10001']],
    ['RUN adduser -SDHu 5 app', ['app=5']],
    ['RUN adduser app grp', []],
    ['RUN adduser --group grp', []],
    ['RUN addgroup app', []],
    ['RUN sudo useradd app', ['app']],
    ['RUN id app || useradd app', ['app']],
    ['RUN useradd a && useradd b', ['a', 'b']],
    ['RUN useradd $APP', undefined],
    ['RUN useradd', []],
    ["RUN echo 'app:x:1000:1000::/:/sbin/nologin' >> /etc/passwd", ['app=1000']],
    ['RUN echo "app:x:1000:1000::/:" > /etc/passwd', ['app=1000']],
    ['RUN printf "$LINE" >> /etc/passwd', undefined],
    ['RUN sed -i s/a/b/ /etc/passwd', undefined],
    ['RUN echo x | tee -a /etc/passwd', undefined],
    ['RUN grep app /etc/passwd', []],
    ['RUN usermod -l b a', undefined],
    ['COPY --from=b /etc/passwd /etc/passwd', undefined],
    ['COPY passwd /etc/', undefined],
    ['COPY etc /etc', undefined],
    ['WORKDIR /etc\nCOPY passwd ./', undefined],
    ['ADD rootfs.tar.gz /', undefined],
    ['COPY x $D', undefined],
    ['COPY x /etc/nginx/', []],
    ['FROM a AS b\nRUN useradd x\nFROM b\nRUN useradd y', ['x', 'y']],
    ['FROM a AS b\nRUN useradd x\nFROM c\nRUN useradd y', ['y']],
    ['FROM a AS b\nCOPY x /etc/\nFROM b\nRUN useradd y', undefined],
    ['RUN <<EOF\nuseradd app\nEOF', ['app']],
  ];
  for (const [body, expected] of cases)
    it(body, () => {
      const { users } = effects(body);
      const names =
        users.state === 'known'
          ? users.value.map(({ name, uid }) => (uid === undefined ? name : `${name}=${uid}`))
          : undefined;
      assert.deepEqual(names, expected);
    });

  it('are named where they stand', () => {
    const file = parseDockerfile("FROM a\nRUN useradd -m \\\n  app\nRUN echo 'b:x:1:1::/:' >> /etc/passwd");
    const users = file.stages[0]?.effects.users;
    assert.ok(users?.state === 'known');
    assert.deepEqual(
      users.value.map(({ span }) => file.source.slice(span)),
      ['app', 'b'],
    );
  });
});

describe('packages that a stage installs', () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['apt-get install -y curl git', ['apt curl', 'apt git']],
    ['apt install curl=7.1 git:amd64 x/stable', ['apt curl 7.1', 'apt git', 'apt x stable']],
    ['apt-get -qq -o A=b install -t bookworm curl', ['apt curl']],
    ['apt-get update', []],
    [
      'apk add --no-cache -t .build gcc=1.2-r0 musl-dev~1.1 x@edge',
      ['apk gcc 1.2-r0', 'apk musl-dev 1.1', 'apk x'],
    ],
    ['dnf install -y curl-7.61.1-8.el8 java-11-openjdk', ['dnf curl 7.61.1-8.el8', 'dnf java-11-openjdk']],
    ['yum -y install --enablerepo epel git', ['yum git']],
    ['microdnf install git', ['microdnf git']],
    ['zypper -n in git=2', ['zypper git 2']],
    [
      'pip install -r x.txt flask==2.0 "django>=4" uvicorn[standard] ./local git+https://x/y',
      ['pip flask 2.0', 'pip django 4', 'pip uvicorn'],
    ],
    ['pip3.12 install flask', ['pip flask']],
    ['python3 -m pip install flask', ['pip flask']],
    ['uv pip install --system flask', ['pip flask']],
    ['npm install -g @x/y@1 z', ['npm @x/y 1', 'npm z']],
    ['gem install -v 1 bundler', ['gem bundler']],
    ['apt-get install $PACKAGES', []],
    ['echo apt-get install curl', []],
  ];
  for (const [command, expected] of cases)
    it(command, () => {
      const { packages } = effects(`RUN ${command}`);
      assert.deepEqual(
        packages.map(({ manager, name, version }) =>
          [manager, name, ...(version === undefined ? [] : [version])].join(' '),
        ),
        expected,
      );
    });

  it('come along with a stage, and name their RUN', () => {
    const file = parseDockerfile('FROM a AS b\nRUN apk add x\nFROM b\nRUN apk add y');
    const packages = file.stages[1]?.effects.packages ?? [];
    assert.deepEqual(
      packages.map(({ name, instruction, span }) => [name, instruction.index, file.source.slice(span)]),
      [
        ['x', 1, 'x'],
        ['y', 3, 'y'],
      ],
    );
  });
});
