import { type CancellationToken, type Connection, LSPErrorCodes, ResponseError } from 'vscode-languageserver';

type Handler<P, R> = (params: P, token: CancellationToken) => R | Promise<R>;

/**
 * A request's handler that logs what goes wrong and answers `otherwise` instead, and that answers a request which was
 * cancelled meanwhile as cancelled.
 */
export function answering<P, R>(
  connection: Connection,
  name: string,
  otherwise: R,
  handler: Handler<P, R>,
): (params: P, token: CancellationToken) => Promise<R> {
  return async (params, token) => {
    try {
      const answer = await handler(params, token);
      if (token.isCancellationRequested)
        throw new ResponseError(LSPErrorCodes.RequestCancelled, 'Cancelled.');
      return answer;
    } catch (error) {
      if (error instanceof ResponseError) throw error;
      connection.console.error(`${name} failed: ${describe(error)}`);
      return otherwise;
    }
  };
}

/** The stack of an error; anything else as text. */
export function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
