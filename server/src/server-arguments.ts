/** What a command line of the language server asks for. */
export type ServerRequest =
  | { readonly kind: 'serve' }
  | { readonly kind: 'say'; readonly text: string }
  | { readonly kind: 'fault'; readonly text: string };

const usage = `Usage: bulwark-language-server --stdio

Speaks the Language Server Protocol with the editor that started it.

  --stdio          over standard input and output
  --socket=<port>  over a socket, where the editor listens
  --pipe=<name>    over a named pipe or a Unix socket, where the editor listens
  --node-ipc       over the channel of a Node parent process
  --version        the version
  --help           this text
`;

/** @param args after the program's name. */
export function readServerArguments(args: readonly string[], version: string): ServerRequest {
  if (args.includes('--help') || args.includes('-h')) return { kind: 'say', text: usage };
  if (args.includes('--version')) return { kind: 'say', text: `${version}\n` };
  if (args.some((arg) => /^--(?:stdio|node-ipc|socket|pipe)(?:=|$)/.test(arg))) return { kind: 'serve' };
  return { kind: 'fault', text: `No transport is named.\n\n${usage}` };
}
