import assert from 'node:assert/strict';
import {
  canonical,
  isInside,
  joinUri,
  nameOf,
  parentOf,
  relativePath,
} from '../../../server/src/workspace/uri';

describe('URIs of the workspace', () => {
  const joins: [folder: string, path: string, result: string][] = [
    ['file:///w/app', 'Dockerfile', 'file:///w/app/Dockerfile'],
    ['file:///w/app', './web/', 'file:///w/app/web'],
    ['file:///w/app', '.', 'file:///w/app'],
    ['file:///w/app', '..', 'file:///w'],
    ['file:///w/app', '../../../x', 'file:///x'],
    ['file:///w/app', '/abs/x', 'file:///abs/x'],
    ['file:///w/a%20b', 'c#d', 'file:///w/a%20b/c%23d'],
    ['vscode-vfs://github/o/r', 'web', 'vscode-vfs://github/o/r/web'],
  ];
  for (const [folder, path, result] of joins)
    it(`${folder} and ${path} make ${result}`, () => assert.equal(joinUri(folder, path), result));

  it('finds the folder above, down to the root', () => {
    assert.equal(parentOf('file:///w/app/Dockerfile'), 'file:///w/app');
    assert.equal(parentOf('file:///w'), 'file:///');
    assert.equal(parentOf('file:///'), undefined);
    assert.equal(parentOf('untitled:Untitled-1'), undefined);
  });

  it('decodes the name', () => {
    assert.equal(nameOf('file:///w/my%20app/Dockerfile%23dev'), 'Dockerfile#dev');
  });

  it('knows what lies inside a folder, whole names compared', () => {
    assert.equal(isInside('file:///w/app', 'file:///w/app/x/y'), true);
    assert.equal(isInside('file:///w/app', 'file:///w/app'), true);
    assert.equal(isInside('file:///w/app', 'file:///w/application'), false);
    assert.equal(isInside('file:///w/app', 'vscode-vfs:///w/app/x'), false);
    assert.equal(relativePath('file:///w', 'file:///w/a%20b/c'), 'a b/c');
    assert.equal(relativePath('file:///w/a', 'file:///w'), undefined);
    assert.equal(relativePath('file:///', 'file:///w'), 'w');
  });

  it('spells what editors escape differently in one way', () => {
    assert.equal(canonical('file:///C:/a b/x'), canonical('file:///c%3A/a%20b/x'));
  });
});
