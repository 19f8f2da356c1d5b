import assert from 'node:assert/strict';
import {
  builderProblem,
  containerProblem,
  imageProblem,
  mountPointProblem,
  projectProblem,
  serviceProblem,
} from '../../client/src/docker/names';

/** What no name may be: each would do something else than to name, or is no name at all. */
const attacks = [
  '',
  ' ',
  '$(touch pwned)',
  '`id`',
  'a;id',
  'a&b',
  'a|b',
  'a b',
  "a'b",
  'a"b',
  'a\nid',
  'a\n',
  'a\0',
  '--privileged',
  '-v',
  '%PATH%',
  '!x!',
  'a\\b',
  '${IFS}',
  '~',
  '*',
  'a,source=/etc',
  'a=b',
  '\u202ea',
  'ａ',
];

const checks = {
  image: [imageProblem, ['dhi.io/python:3.13', 'localhost:5000/a/b@sha256:' + 'a'.repeat(64), 'busybox']],
  container: [containerProblem, ['shop-web-1', 'a', '0123abcdef', 'A_b.c']],
  service: [serviceProblem, ['web', 'web.api_1', '_x']],
  project: [projectProblem, ['shop', '0-a_b']],
  builder: [builderProblem, ['buildkit-dhi', 'b2']],
} as const;

for (const [kind, [problem, names]] of Object.entries(checks))
  describe(`the name of a ${kind}`, () => {
    for (const name of names) it(`may be ${name}`, () => assert.equal(problem(name), undefined));
    for (const name of attacks)
      it(`may not be ${JSON.stringify(name)}`, () => assert.match(problem(name) ?? '', /\.$/));
  });

describe('a folder in a container', () => {
  for (const path of ['/app', '/srv/my app'])
    it(`may be ${path}`, () => assert.equal(mountPointProblem(path), undefined));
  for (const path of ['', 'app', '/a:ro', '/a,b', '/a"b', '/a\nb'])
    it(`may not be ${JSON.stringify(path)}`, () => assert.notEqual(mountPointProblem(path), undefined));
});
