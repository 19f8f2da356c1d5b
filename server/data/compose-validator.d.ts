/** What is wrong with a value, as ajv says it. */
export interface ValidatorError {
  /** JSON pointer to the value: `/services/web/ports`. */
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** Whether a value fits the Compose Specification; the last call's errors lie in `errors`. */
export const validate: {
  (data: unknown): boolean;
  errors?: readonly ValidatorError[] | null;
};
