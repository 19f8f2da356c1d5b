import { type Stage } from '../../../dockerfile/model';

/** Whether a stage says by its name that people work in it: it is not what runs in production. */
export function isForDevelopers({ name }: Stage): boolean {
  return (
    name !== undefined &&
    /(?:^|[-_.])(?:dev|devel|develop|development|debug|test|tests|testing|ci|lint|bench)(?:$|[-_.])/i.test(
      name,
    )
  );
}
