/**
 * Files that a snippet is inserted into. A snippet that is a whole file stands for itself; a part of one is put where a
 * person would put it, in a file that is as hardened as the snippet.
 */
export function wrapDockerfile(prefix: string, text: string): string {
  if (text.startsWith('# syntax=')) return text;
  switch (prefix) {
    case 'bw-user':
      return `FROM ghcr.io/example/app:1.0.0\n${text}CMD ["python", "-m", "http.server"]\n`;
    case 'bw-healthcheck':
    case 'bw-healthcheck-binary':
      return `FROM dhi.io/python:3.13-debian13\n${text}CMD ["python", "-m", "http.server"]\n`;
    default:
      return [
        'FROM dhi.io/python:3.13-debian13-dev AS builder',
        'WORKDIR /app',
        text,
        'FROM dhi.io/python:3.13-debian13',
        'COPY --from=builder /app/.venv /app/.venv',
        'CMD ["/app/.venv/bin/serve"]',
        '',
      ].join('\n');
  }
}

export function wrapCompose(prefix: string, text: string): string {
  if (text.startsWith('services:')) return text;
  if (prefix === 'bw-watch') return `services:\n  app:${indent(hardenedService + text, 4)}`;
  if (prefix === 'bw-debug') return `services:\n  app:${indent(hardenedService, 4)}${indent(text, 2)}`;
  return `services:${indent(text, 2)}`;
}

const hardenedService = `image: ghcr.io/example/app:1.0.0
user: "65532:65532"
read_only: true
cap_drop:
  - ALL
security_opt:
  - no-new-privileges:true
mem_limit: 256m
cpus: "0.5"
pids_limit: 100
`;

/** As the editor indents the lines of a snippet by the place where it is inserted. */
function indent(text: string, columns: number): string {
  return `\n${text}`.replace(/\n(?=[^\n])/g, `\n${' '.repeat(columns)}`);
}
