/** What `bulwark --help` prints. */
export const usage = `Usage: bulwark lint [options] [PATH…]
       bulwark rules [--format text|json]

Checks Dockerfiles and Compose files. PATH is a file, a folder or a glob; without one, the current folder.
Folders are searched by file name; what .gitignore names is left out.

Options of lint:
  --fix                  Repair in place what can be repaired safely, and report what remains
  --profile P            minimal, recommended or strict; wins over the configuration
  --format F             text (default) or json
  --config FILE          Read this configuration instead of the nearest bulwark.json or .bulwarkrc.json
  --stdin-filename NAME  Check standard input as if it were this file; with --fix, print the repaired text
  --fail-on SEVERITY     error, warning (default), info or hint: findings from here on make the exit code 1

Options of rules:
  --format F             text (default) or json

  -h, --help             Print this
  -v, --version          Print the version

Exit codes: 0 nothing found at or above --fail-on, 1 something found, 2 wrong usage or an unreadable file.
`;
