import assert from 'node:assert/strict';
import { packageCommand } from '../../../server/src/shell/package-managers/package-command';
import { packageName } from '../../../server/src/shell/package-managers/package-name';
import { packageManagers } from '../../../server/src/shell/package-managers/table';
import { parseShell } from '../../../server/src/shell/parse';
import { ScriptVariables } from '../../../server/src/shell/variables';
import { MappedText } from '../../../server/src/text/mapped';

function read(text: string): readonly string[] | undefined {
  const script = parseShell(MappedText.verbatim(text, 0));
  const variables = new ScriptVariables(script);
  const call = script.commands.flatMap((each) => packageCommand(each, variables.args(each)) ?? [])[0];
  return call && [call.manager.name, call.action, ...call.operands.map(({ value }) => value)];
}

describe('commands of package managers', () => {
  const cases: readonly (readonly [string, readonly string[] | undefined])[] = [
    ['apt-get -o A=b -y install curl git', ['apt', 'install', 'curl', 'git']],
    ['apt -t trixie install curl', ['apt', 'install', 'curl']],
    ['aptitude install curl', ['aptitude', 'install', 'curl']],
    ['apk --no-cache add -t .x gcc', ['apk', 'add', 'gcc']],
    ['apk cache clean', ['apk', 'cache clean']],
    ['dnf5 -y in curl', ['dnf', 'in', 'curl']],
    ['yum --enablerepo epel install x', ['yum', 'install', 'x']],
    ['microdnf clean all', ['microdnf', 'clean', 'all']],
    ['zypper -n in curl', ['zypper', 'in', 'curl']],
    ['pip3.14 install -r a.txt b', ['pip', 'install', 'b']],
    ['/opt/venv/bin/pip cache purge', ['pip', 'cache purge']],
    ['python3 -I -m pip install b', ['pip', 'install', 'b']],
    ['python3 -m venv /v', undefined],
    ['python3 app.py -m pip install b', undefined],
    ['uv pip install --python 3.14 a', ['uv', 'pip install', 'a']],
    ['uv sync --locked', ['uv', 'sync']],
    ['pipx install ruff', ['pipx', 'install', 'ruff']],
    ['poetry add flask', ['poetry', 'add', 'flask']],
    ['conda install -y -c conda-forge numpy', ['conda', 'install', 'numpy']],
    ['mamba env create -f a.yml', ['conda', 'env create']],
    ['npm --prefix /x ci', ['npm', 'ci']],
    ['npm cache clean --force', ['npm', 'cache clean']],
    ['yarn', ['yarn', 'install']],
    ['yarn --production', ['yarn', 'install']],
    ['yarn --version', undefined],
    ['yarn global add x', ['yarn', 'global add', 'x']],
    ['pnpm -C web add x', ['pnpm', 'add', 'x']],
    ['bun install', ['bun', 'install']],
    ['gem install -v 1 rake', ['gem', 'install', 'rake']],
    ['bundle', ['bundle', 'install']],
    ['go mod download', ['go', 'mod download']],
    ['go build -ldflags "-s -w" -o /a ./cmd', ['go', 'build', './cmd']],
    ['cargo install --root /x ripgrep', ['cargo', 'install', 'ripgrep']],
    ['composer require a/b', ['composer', 'require', 'a/b']],
    ['echo npm install', undefined],
    ['apt-get', undefined],
    ['deps="gcc make"; apk add $deps', ['apk', 'add', 'gcc', 'make']],
    ['verb=install; npm $verb x', ['npm', 'install', 'x']],
  ];
  for (const [text, expected] of cases) it(text, () => assert.deepEqual(read(text), expected));

  it('belong to one manager a program', () => {
    const programs = packageManagers.flatMap((each) => each.programs);
    assert.equal(new Set(programs).size, programs.length);
  });
});

describe('names of packages', () => {
  const cases: readonly (readonly [string, string, string | undefined])[] = [
    ['apt', 'libstdc++6=14.2', 'libstdc++6 14.2'],
    ['apt', 'git:amd64', 'git'],
    ['apt', './a.deb', undefined],
    ['apk', 'gcc~14', 'gcc 14'],
    ['apk', 'x@edge', 'x'],
    ['dnf', 'java-21-openjdk', 'java-21-openjdk'],
    ['dnf', '@tools', undefined],
    ['pip', 'uvicorn[standard]>=1', 'uvicorn 1'],
    ['pip', '.[dev]', undefined],
    ['pip', 'a @ https://example.com/a.whl', undefined],
    ['npm', '@a/b@^1', '@a/b ^1'],
    ['npm', '@a/b', '@a/b'],
    ['npm', './a', undefined],
    ['go', 'example.com/a/cmd/b@v1.2.3', 'example.com/a/cmd/b v1.2.3'],
    ['go', './...', undefined],
    ['cargo', 'just@1', 'just 1'],
    ['composer', 'a/b:^1', 'a/b ^1'],
    ['composer', 'ext-json', undefined],
    ['conda', 'conda-forge::numpy=2', 'numpy 2'],
    ['gem', 'rake:13', 'rake 13'],
    ['poetry', 'flask@^3', 'flask ^3'],
    ['zypper', 'curl>=8', 'curl 8'],
  ];
  for (const [name, value, expected] of cases)
    it(`${name}: ${value}`, () => {
      const manager = packageManagers.find((each) => each.name === name);
      assert.ok(manager);
      const span = { start: 0, end: value.length };
      const word = { raw: value, value, literal: true, variables: [], quoted: false, span };
      const found = packageName(word, manager);
      const text = found && [found.name, ...(found.version === undefined ? [] : [found.version])].join(' ');
      assert.equal(text, expected);
    });
});
