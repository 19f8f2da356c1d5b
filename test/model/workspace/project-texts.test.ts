import assert from 'node:assert/strict';
import { copiesFromContext, fetchContext } from '../../../server/src/workspace/fetch-context';
import { memoryHost } from '../../support/memory-host';

describe('texts of a project in the build context', () => {
  it('are those of pyproject.toml and uv.toml, in any folder', async () => {
    const host = memoryHost({
      'file:///w/Dockerfile': '',
      'file:///w/pyproject.toml': '[project]',
      'file:///w/api/uv.toml': 'offline = true',
      'file:///w/uv.lock': 'version = 1',
    });
    const { tree } = await fetchContext(host, 'file:///w/Dockerfile', 'dockerfile', { withTree: true });
    assert.equal(tree?.textOf('pyproject.toml'), '[project]');
    assert.equal(tree.textOf('api/uv.toml'), 'offline = true');
    assert.equal(tree.textOf('uv.lock'), undefined);
  });

  for (const [text, expected] of [
    ['FROM a\nCOPY . .\n', true],
    ['FROM a\nRUN --mount=type=bind,source=uv.lock,target=uv.lock uv sync\n', true],
    ['FROM a\nRUN --mount=type=cache,target=/c \\\n    --mount=type=bind,target=. make\n', true],
    ['FROM a\nCOPY --from=b /c /c\nRUN --mount=type=bind,from=b,target=/b true\n', false],
    ['FROM a\nRUN --mount=type=bind,target=/b,from=b true\n', false],
  ] as const)
    it(`are ${expected ? '' : 'not '}wanted for ${JSON.stringify(text)}`, () => {
      assert.equal(copiesFromContext(text), expected);
    });
});
