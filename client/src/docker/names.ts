import { parseReference } from '../../../server/src/image/reference';

/*
 * What a name must look like before it goes into a command. Each answers what is wrong in a sentence, or undefined: that is
 * the form in which VS Code wants it for an input box.
 */
type Check = (text: string) => string | undefined;

const check =
  (pattern: RegExp, problem: string): Check =>
  (text) =>
    pattern.test(text) ? undefined : problem;

/** The distribution's grammar; nothing of it begins with a dash. */
export const imageProblem: Check = (text) =>
  'reference' in parseReference(text)
    ? undefined
    : 'This is no image reference, such as "dhi.io/python:3.13".';

/** A name or an id, by the engine's own pattern: https://github.com/moby/moby/blob/master/daemon/names/names.go */
export const containerProblem = check(
  /^[a-zA-Z0-9][a-zA-Z0-9_.-]*$/,
  'A container has a name of letters, digits, "_", "." and "-".',
);

/** By the Compose Specification, but for a leading dash, which would be taken for an option. */
export const serviceProblem = check(
  /^[a-zA-Z0-9._][a-zA-Z0-9._-]*$/,
  'A service has a name of letters, digits, "_", "." and "-", and no dash in front.',
);

/** https://docs.docker.com/compose/how-tos/project-name/ */
export const projectProblem = check(
  /^[a-z0-9][a-z0-9_-]*$/,
  'A project has a name of lower-case letters, digits, "_" and "-".',
);

/** https://github.com/docker/buildx/blob/master/store/util.go */
export const builderProblem = check(
  /^[a-zA-Z][a-zA-Z0-9._-]*[a-zA-Z0-9]$/,
  'A builder has a name of letters, digits, "_", "." and "-" that begins with a letter.',
);

/** An absolute path inside a container that can stand in `--volume`. */
export const mountPointProblem = check(
  /^\/[^\p{Cc}:,"]*$/u,
  'A folder in a container is an absolute path without ":", "," and quotes.',
);
