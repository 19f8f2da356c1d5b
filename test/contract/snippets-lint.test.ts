import assert from 'node:assert/strict';
import { validate } from 'dockerfile-utils';
import { parseAllDocuments } from 'yaml';
import { rulesOf } from '../../server/src/service/finding';
import { type Language } from '../../server/src/rules/rule';
import { expandSnippet } from '../support/snippet-expand';
import { snippetsOf, type Snippet } from '../support/snippet-files';
import { wrapCompose, wrapDockerfile } from '../support/snippet-wrap';
import { faults } from '../support/faults';
import { look } from '../support/look';

/** What `strict` says about a snippet and is meant: rule and reason. One that no longer speaks fails, too. */
const exceptions: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'bw-uv-upstream': {
    'dhi-available': 'It is the one for people who have no access to hardened images.',
  },
  'bw-openscap': {
    'docker-socket': 'oscap-docker asks the engine for the container that it scans.',
    'host-pid': 'It reads the files of that container through /proc of the host.',
    'cap-drop-missing': 'The kernel shows them only to a process with no fewer capabilities.',
    'resource-limits-missing': 'How much it takes depends on the container that it scans.',
  },
};

/** What `strict` asks for and no snippet can know: rule and reason. */
const unknowable: Readonly<Record<string, string>> = {
  'image-digest-missing': 'A digest would hold an image of the day on which the snippet was written.',
  'version-not-pinned': 'A version would be of that day, too.',
  'healthcheck-missing': 'What a health check may ask, the program that is put in knows.',
};

/** The defaults, and the last of every choice. */
const picks = {
  'its defaults': undefined,
  'its last choices': (choices: readonly string[]) => choices.at(-1) ?? '',
};

function linted(language: Language, snippet: Snippet, wrap: (prefix: string, text: string) => string): void {
  for (const [what, pick] of Object.entries(picks))
    it(`${snippet.prefix} with ${what} parses and is clean by the strict profile`, () => {
      const text = wrap(snippet.prefix, expandSnippet(snippet.body, pick).text);
      assert.equal(faults(language, text), 0, text);
      if (language === 'dockerfile') assert.deepEqual(errorsOf(text), [], text);
      else assert.deepEqual(yamlErrorsOf(text), [], text);

      const meant = exceptions[snippet.prefix] ?? {};
      const found = look(language, text, { settings: { profile: 'strict' } });
      const lines = (offset: number): number => text.slice(0, offset).split('\n').length;
      assert.deepEqual(
        found
          .filter((finding) =>
            rulesOf(finding).some((rule) => meant[rule] === undefined && unknowable[rule] === undefined),
          )
          .map(({ rule, message, span }) => `line ${lines(span.start)}: ${rule}: ${message}`),
        [],
        text,
      );
      assert.deepEqual(
        Object.keys(meant).filter((rule) => found.every((finding) => !rulesOf(finding).includes(rule))),
        [],
        'an exception that is needed no longer',
      );
    });
}

/** A second opinion, by a validator that is not ours. Severity 1 is an error. */
function errorsOf(text: string): readonly string[] {
  return validate(text)
    .filter(({ severity }) => severity === 1)
    .map(({ message }) => (typeof message === 'string' ? message : message.value));
}

function yamlErrorsOf(text: string): readonly string[] {
  return parseAllDocuments(text).flatMap(({ errors }) => errors.map(({ message }) => message));
}

describe('the snippets for Dockerfiles', () => {
  for (const snippet of snippetsOf('dockerfile')) linted('dockerfile', snippet, wrapDockerfile);
});

describe('the snippets for Compose files', () => {
  for (const snippet of snippetsOf('compose')) linted('compose', snippet, wrapCompose);
});
