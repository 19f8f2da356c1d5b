import assert from 'node:assert/strict';
import { languageOf } from '../../server/src/protocol/document-language';

const compose = 'services:\n  web:\n    image: nginx\n';

describe('what a document is', () => {
  for (const [name, id, text, expected] of [
    ['Dockerfile', 'dockerfile', '', 'dockerfile'],
    ['anything', 'dockerfile', '', 'dockerfile'],
    ['Containerfile', 'containerfile', '', 'dockerfile'],
    ['Dockerfile.dockerignore', 'dockerfile', '', undefined],
    ['anything', 'dockercompose', '', 'compose'],
    ['anything', 'docker-compose', '', 'compose'],
    ['anything', 'yaml.docker-compose', '', 'compose'],
    ['compose.yaml', 'yaml', '', 'compose'],
    ['docker-compose.override.yml', 'yaml', '', 'compose'],
    ['stack.yml', 'yaml', compose, 'compose'],
    ['stack.yml', 'yaml', 'kind: Deployment\n', undefined],
    ['build.dockerfile', 'plaintext', '', 'dockerfile'],
    ['compose.yaml', '', '', 'compose'],
    ['notes.txt', 'plaintext', compose, undefined],
    ['Dockerfile', 'markdown', '', undefined],
    ['compose.yaml', 'ansible', compose, 'compose'],
    ['compose.yaml', 'ansible', '- hosts: all\n', undefined],
    ['compose.yaml', 'jinja-yaml', compose, undefined],
    ['site.yaml', 'ansible', compose, undefined],
    ['Dockerfile', 'docker-syntax', '', 'dockerfile'],
    ['Dockerfile.j2', 'jinja-docker', '', undefined],
    ['Dockerfile', 'shellscript', '', undefined],
  ] as const)
    it(`${name} as ${id === '' ? 'nothing' : id}: ${expected ?? 'none of ours'}`, () => {
      assert.equal(languageOf(`file:///project/${name}`, id, text), expected);
    });
});
