import assert from 'node:assert/strict';
import { languageOfName } from '../../../server/src/workspace/file-names';

describe('file names', () => {
  const names = {
    dockerfile: [
      'Dockerfile',
      'dockerfile',
      'Dockerfile.dev',
      'Dockerfile.alpine.3',
      'Containerfile',
      'Containerfile.ci',
      'web.dockerfile',
      'web.Dockerfile',
      'api.containerfile',
      // For the service in that language.
      'Dockerfile.go',
      'Dockerfile.py',
      'Dockerfile.test',
    ],
    compose: [
      'compose.yml',
      'compose.yaml',
      'compose.override.yaml',
      'docker-compose.yml',
      'docker-compose.prod.yaml',
      'my.docker.compose.yml',
      'Dockerfile.compose.yml',
    ],
    none: [
      'Dockerfile.dockerignore',
      '.dockerignore',
      'Dockerfiles',
      'mydockerfile',
      'compose.json',
      'dockerfile.json',
      'Dockerfile.tmLanguage.json',
      'dockerfile.tmLanguage',
      'dockerfile.yml',
      'dockerfile.test.ts',
      'dockerfile.md',
      'decompose.yml',
      'values.yaml',
      'README.md',
      '',
    ],
  };
  for (const [language, list] of Object.entries(names))
    for (const name of list)
      it(`${name} is ${language}`, () => assert.equal(languageOfName(name) ?? 'none', language));
});
