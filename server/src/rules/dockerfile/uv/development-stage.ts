import { type Stage } from '../../../dockerfile/model';

/** Whether a stage is built for those who work on the project, by its name: `dev`, `test`, `ci-lint`. */
export function isForDevelopment({ name }: Stage): boolean {
  return /(?:^|[-_.])(?:dev|devel|develop|development|devcontainer|tests?|testing|tester|ci|lint|linter|debug|local)(?:$|[-_.])/i.test(
    name ?? '',
  );
}
