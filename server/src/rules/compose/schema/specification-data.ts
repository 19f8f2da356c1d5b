/**
 * The Compose Specification's schema, and the function that ajv made of it. On Node they lie in a file of their own, which
 * is loaded when one of them is first used: see `libraries` in esbuild.mjs.
 */
export { default as specification } from '../../../../data/compose-spec.json';
export { validate, type ValidatorError } from '../../../../data/compose-validator';
