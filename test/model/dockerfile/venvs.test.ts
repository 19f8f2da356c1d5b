import assert from 'node:assert/strict';
import { parseDockerfile } from '../../../server/src/dockerfile/parse';
import { searchPath } from '../../../server/src/dockerfile/search-path';
import { startedBy } from '../../../server/src/dockerfile/started';
import { type VenvPython } from '../../../server/src/dockerfile/venv/model';
import { venvsIn } from '../../../server/src/dockerfile/venv/placed';
import { type Stage } from '../../../server/src/dockerfile/model';
import { valueOf } from '../../../server/src/text/known';

function shown({ managed, folder, version }: VenvPython): string {
  return `${managed ? 'uv: ' : ''}${valueOf(folder) ?? '?'} ${valueOf(version) ?? '?'}`;
}

function last(text: string): { readonly stage: Stage; readonly venvs: ReturnType<typeof venvsIn> } {
  const dockerfile = parseDockerfile(text);
  const stage = dockerfile.stages.at(-1);
  assert.ok(stage);
  return { stage, venvs: venvsIn(dockerfile, stage) };
}

describe('where a virtual environment is made', () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['RUN uv venv', ['/app/.venv']],
    ['RUN uv venv --prompt x --seed /opt/venv', ['/opt/venv']],
    ['RUN cd api && uv venv env', ['/app/api/env']],
    ['RUN uv sync', ['/app/.venv']],
    ['RUN uv sync --project api', ['/app/api/.venv']],
    ['RUN UV_PROJECT_ENVIRONMENT=/opt/venv uv sync', ['/opt/venv']],
    ['ENV UV_PROJECT_ENVIRONMENT=env\nRUN uv sync', ['/app/env']],
    ['ENV UV_PROJECT_ENVIRONMENT=/usr/local\nRUN uv sync', []],
    ['ARG DIR\nENV UV_PROJECT_ENVIRONMENT=$DIR\nRUN uv sync', []],
    ['RUN uv sync --dry-run', []],
    ['RUN uv pip install --system x', []],
    ['RUN python3 -m venv --system-site-packages venv', ['/app/venv']],
    ['RUN python3.12 -m venv /a && python3 -m venv /b', ['/a', '/b']],
    ['RUN python -m venv $DIR', []],
    ['RUN python -m venv --help', []],
    ['RUN virtualenv -p python3 /opt/env', ['/opt/env']],
    ['RUN poetry install', []],
    ['ENV POETRY_VIRTUALENVS_IN_PROJECT=true\nRUN poetry install', ['/app/.venv']],
    ['ENV PIPENV_VENV_IN_PROJECT=1\nRUN pipenv sync', ['/app/.venv']],
    ['RUN if true; then uv sync; fi', []],
    ['RUN ["uv", "sync"]', []],
    ['RUN --mount=type=cache,target=/app/.venv uv sync', []],
    ['RUN --mount=type=bind,source=uv.lock,target=uv.lock uv sync', ['/app/.venv']],
    ['RUN uv sync\nRUN rm -rf .venv/lib/x', []],
    ['RUN uv sync\nRUN rm -rf /app', []],
    ['RUN uv sync\nRUN rm -rf /var/lib/apt/lists/* src', ['/app/.venv']],
    ['RUN uv sync\nRUN mv .venv /venv', []],
    ['RUN uv sync && make install', []],
    ['RUN uv sync\nCOPY .venv .venv', []],
    ['RUN uv sync\nFROM scratch\nCOPY --from=0 /app /srv', ['/srv/.venv']],
    ['RUN uv sync\nFROM scratch\nWORKDIR /srv\nCOPY --from=0 /app/.venv/ .', ['/srv']],
    ['RUN uv sync\nFROM scratch\nCOPY --from=0 / /', ['/app/.venv']],
    ['RUN uv sync\nFROM scratch\nCOPY --from=0 --parents /app/.venv /srv', []],
    ['RUN uv sync\nFROM scratch\nCOPY --from=0 /app/.v* /srv/', []],
    ['RUN uv sync\nFROM scratch\nCOPY --from=1 /app /srv\nCOPY --from=2 /app /srv', []],
  ];
  for (const [body, expected] of cases)
    it(body.replaceAll('\n', ' ⏎ '), () => {
      const { venvs } = last(`FROM python:3.12-slim\nWORKDIR /app\n${body}`);
      assert.deepEqual(
        venvs.map(({ path }) => path),
        expected,
      );
    });

  it('follows thousands of stages', () => {
    const copies = Array.from({ length: 4000 }, (_, at) => `FROM scratch\nCOPY --from=${at} /v /v\n`);
    const { venvs } = last(`FROM python:3.12-slim\nRUN python -m venv /v\n${copies.join('')}`);
    assert.equal(venvs[0]?.copies.length, 4000);
  });
});

describe('the Python of a virtual environment', () => {
  const slim = 'FROM python:3.12-slim\n';
  const bare = 'FROM ghcr.io/astral-sh/uv:bookworm-slim\n';
  const own = '/root/.local/share/uv/python';
  const cases: readonly (readonly [string, readonly string[]])[] = [
    [`${slim}RUN python -m venv /v`, ['/usr/local/bin 3.12']],
    [`${slim}RUN uv venv /v`, ['/usr/local/bin 3.12', `uv: ${own} ?`]],
    [`${slim}ENV UV_PYTHON_DOWNLOADS=never\nRUN uv venv /v`, ['/usr/local/bin 3.12']],
    [`${slim}ENV UV_PYTHON_PREFERENCE=only-system\nRUN uv venv /v`, ['/usr/local/bin 3.12']],
    [`${slim}RUN uv venv --managed-python /v`, [`uv: ${own} ?`]],
    [`${slim}RUN uv venv --python 3.13 /v`, [`uv: ${own} 3.13`]],
    [`${slim}ENV UV_PYTHON=python3.12\nRUN uv venv /v`, ['/usr/local/bin 3.12']],
    [`${slim}RUN uv venv -p /usr/local/bin/python3 /v`, ['/usr/local/bin 3.12']],
    [`${slim}ARG PY\nRUN uv venv -p $PY /v`, []],
    [`${bare}RUN uv venv /v`, [`uv: ${own} ?`]],
    [`${bare}USER app\nRUN uv venv /v`, ['uv: ~/.local/share/uv/python ?']],
    [`${bare}ENV UV_PYTHON_INSTALL_DIR=/python\nRUN uv venv /v`, ['uv: /python ?']],
    [`${bare}ENV XDG_DATA_HOME=/data\nRUN uv venv /v`, ['uv: /data/uv/python ?']],
    [
      `${bare}RUN apt-get update && apt-get install -y python3\nRUN uv venv /v`,
      ['/usr/bin 3.11', `uv: ${own} ?`],
    ],
    [`${bare}RUN apt-get update && apt-get install -y mercurial\nRUN uv venv /v`, []],
    [`${bare}RUN apt-get update && apt-get install -y git curl\nRUN uv venv /v`, [`uv: ${own} ?`]],
    [`${bare}RUN ./get-python\nRUN uv venv /v`, []],
    [`${slim}RUN uv python install 3.13\nRUN uv venv /v`, [`uv: ${own} ?`, '/usr/local/bin 3.12']],
    ['FROM python:3.14-trixie\nRUN python3.13 -m venv /v', ['/usr/bin 3.13']],
    ['FROM example/python\nRUN python -m venv /v', []],
    [`${slim}COPY --from=python:3.13 /usr/local /usr/local\nRUN python -m venv /v`, []],
    [
      `${slim}COPY --from=ghcr.io/astral-sh/uv:0.12.5 /uv /uvx /bin/\nCOPY entrypoint.sh /usr/local/bin/\nRUN python -m venv /v`,
      ['/usr/local/bin 3.12'],
    ],
  ];
  for (const [text, expected] of cases)
    it(text.replaceAll('\n', ' ⏎ '), () => {
      assert.deepEqual(last(text).venvs[0]?.venv.pythons.map(shown), expected);
    });
});

describe('what a container starts with', () => {
  const cases: readonly (readonly [string, string | undefined])[] = [
    ['CMD ["serve", "-p", "80"]', 'serve -p 80'],
    ['CMD serve -p 80', 'serve -p 80'],
    ['CMD migrate && exec serve', 'migrate; serve'],
    ['ENTRYPOINT ["tini", "-g", "--", "serve"]\nCMD ["80"]', 'serve'],
    ['ENTRYPOINT ["/sbin/tini", "--"]\nCMD ["serve", "80"]', 'serve 80'],
    ['ENTRYPOINT ["dumb-init", "serve"]', 'serve'],
    ['ENTRYPOINT []\nCMD ["serve"]', 'serve'],
    ['ENTRYPOINT ["serve"]\nCMD ["80"]', 'serve'],
    ['CMD ["sh", "-c", "serve"]', undefined],
    ['ENTRYPOINT serve\nCMD ["80"]', 'serve'],
    ['', undefined],
  ];
  for (const [body, expected] of cases)
    it(body.replaceAll('\n', ' ⏎ '), () => {
      const commands = startedBy(last(`FROM python:3.12-slim\n${body}`).stage)?.commands;
      assert.equal(
        commands?.map(({ name, args }) => [name, ...args.map(({ value }) => value)].join(' ')).join('; '),
        expected,
      );
    });

  it("is not known where the image's own entry point may start it otherwise", () => {
    assert.equal(startedBy(last('FROM example/app\nCMD ["serve"]').stage), undefined);
    assert.equal(startedBy(last('FROM dhi.io/uv:0\nCMD ["serve"]').stage), undefined);
    assert.ok(startedBy(last('FROM dhi.io/python:3.12\nCMD ["serve"]').stage));
  });
});

describe('the folders that a file puts on PATH', () => {
  const cases: readonly (readonly [string, readonly string[] | undefined])[] = [
    ['', []],
    ['ENV PATH="/a/bin:$PATH"', ['/a/bin']],
    ['ENV V=/v\nENV PATH=$V/bin:${PATH}:/z/', ['/v/bin', '/z']],
    ['ENV PATH=/a:$PATH\nENV PATH=/b:$PATH', ['/b', '/a']],
    ['WORKDIR /app\nENV PATH=.venv/bin:$PATH', ['/app/.venv/bin']],
    ['ENV PATH=/only', ['/only']],
    ['ARG BIN\nENV PATH=$BIN:$PATH', undefined],
    ['ENV PATH=$GOPATH/bin:$PATH', undefined],
  ];
  for (const [body, expected] of cases)
    it(body.replaceAll('\n', ' ⏎ '), () => {
      assert.deepEqual(searchPath(last(`FROM python:3.12-slim\n${body}`).stage), expected);
    });
});
