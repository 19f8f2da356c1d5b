import { type Stage } from '../../../dockerfile/model';

const words = new Set([
  ...['dev', 'devel', 'develop', 'development', 'devcontainer', 'debug', 'local'],
  ...['test', 'tests', 'testing', 'tester', 'ci', 'lint', 'linter'],
]);

/** Whether a stage is built for those who work on the project, by its name: `dev`, `test`, `ci-lint`. */
export function isForDevelopment({ name = '' }: Stage): boolean {
  return name
    .toLowerCase()
    .split(/[-_.]/)
    .some((word) => words.has(word));
}
