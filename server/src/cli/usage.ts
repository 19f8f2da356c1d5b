/** What `bulwark --help` prints. */
export const usage = `Usage: bulwark lint [options] [PATH…]
       bulwark rules [--format text|json]
       bulwark migrate [options] FILE
       bulwark images [options] [PATH…]
       bulwark report [options] [PATH…]
       bulwark init [--force]
       bulwark --explain RULE

Checks Dockerfiles and Compose files. PATH is a file, a folder or a glob; without one, the current folder.
Folders are searched by file name; what .gitignore names is left out.

What lint looks at:
  --changed[=REF]        Only files that have changed in git: since the last commit, or since REF branched off
  --stdin                Read standard input, as if it were a Dockerfile
  --stdin-filename NAME  Read standard input, as if it were this file; with --fix, print the repaired text
  --watch                Look again whenever something changes

What it looks for:
  --profile P            minimal, recommended or strict; wins over the configuration
  --rule ID:SEVERITY     Set one rule to error, warning, info, hint or off; may stand several times
  --only ID[,ID]         Look for these rules alone
  --config FILE          Read this configuration instead of the nearest one
  --baseline FILE        Report only what this file does not list
  --update-baseline      Write all that is found into the baseline

What it tells:
  --format F[=FILE]      text (default), json, sarif, github, gitlab, junit, checkstyle, rdjson, markdown,
                         diff; with FILE, into a file; may stand several times
  --output FILE          The file for the --format that has none
  --quiet                Leave out what does not make the exit code 1
  --fail-on SEVERITY     error, warning (default), info, hint or never: from here on the exit code is 1
  --max-warnings N       Fail on errors, and on more than N warnings

How it goes about it:
  --jobs N               Work in so many threads; by default as many as the files are worth
  --cache                Keep what is found, and look again only at files where something has changed
  --cache-location FILE  Keep it in this file

What it repairs:
  --fix                  In place, all that can be repaired safely; what remains is reported
  --fix-offers ID[,ID]   For these rules, also the first of the fixes that an editor offers
  --fix-dry-run          Write nothing; --format diff shows what would change

Options of migrate, which plans the way of a Dockerfile to Docker Hardened Images:
  --write                Change the file, and make the files that the plan adds
  --diff                 Print the changes alone, as a unified diff
  --format F             text (default) or json

Options of images, which lists the images that Dockerfiles and Compose files use:
  --format F             text (default), json or cyclonedx
  --output FILE          Write into this file

Options of report, which makes a page or a text of all that lint finds and of the images; also those of lint
that say what it looks for, --fail-on, --max-warnings, --jobs and --cache:
  --format F             html (default) or markdown
  --output FILE          Write into this file
  --baseline FILE        Tell what is new and what is gone since lint --update-baseline wrote this

Options of init:
  --force                Write over a configuration that is there

  --explain RULE         Print the page of a rule
  -h, --help             Print this
  -v, --version          Print the version

Exit codes: 0 nothing found at or above --fail-on, 1 something found, 2 wrong usage or an unreadable file.
Of migrate: 0 there is a plan, 1 the file cannot be migrated and stays as it is, 2 as above.
`;
