import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { type Language } from '../../server/src/rules/rule';

/** Words that mean something to the parsers, so that chance meets their corners. */
const dockerfileWords = [
  'FROM ', 'from ', 'RUN ', 'COPY ', 'ADD ', 'ENV ', 'ARG ', 'USER ', 'WORKDIR ', 'CMD ', 'ENTRYPOINT ', 'SHELL ',
  'ONBUILD ', 'HEALTHCHECK ', 'EXPOSE ', 'VOLUME ', 'LABEL ', ' AS ', '--from=', '--mount=type=cache,target=', '--chown=',
  '\n', '\r\n', '\\\n', '\\', '`', '# escape=`\n', '# comment\n', '<<EOF', '<<-"E F"', 'EOF\n', '["', '", "', '"]', '"', "'",
  '$', '${A}', '${A:-', '}', '$(', ')', '&&', '||', '|', ';', 'if ', 'then ', 'fi', 'sudo ', 'sh -c ', 'apt-get install ',
  'apt-get update', 'curl -k https://x', 'uv sync', 'cargo build', 'python:3', 'dhi.io/python:3.13-debian13-dev', 'scratch', '@sha256:',
  'root', '0', '\t', ' ', '\u0000', '\uFEFF', 'é', '💥', '=', '/', ':', '<tag>',
]; // prettier-ignore

const composeWords = [
  'services:\n', '  web:\n', '    image: ', '    build: .\n', '    ports:\n', '      - "80:80"\n', '      - 22:22\n', '    environment:\n',
  '      A: b\n', '      - A=b\n', '    privileged: true\n', '    volumes:\n', '      - /var/run/docker.sock:/s\n', '<<: *a\n', '&a ', '*a',
  'x-a: &a\n', '!reset ', '!override ', '---\n', '- ', ': ', '{', '}', '[', ']', ',', '|\n', '>\n', '"', "'", '${A:-b}', '${A', '$$',
  '\n', '\r\n', '\t', '  ', '# bulwark ignore=privileged\n', '\u0000', '\uFEFF', 'é', 'version: "3"\n', 'extends: web\n', 'true', '0644',
]; // prettier-ignore

/** Documents of a language: words thrown together, and real files with stretches cut, doubled or swapped. */
export function documents(language: Language): fc.Arbitrary<string> {
  return fc.oneof(
    soupOf(language).map((parts) => parts.join('')),
    mutations(seeds(language), language),
  );
}

/** Texts with stretches cut, doubled or swapped. */
export function mutations(texts: readonly string[], language: Language = 'dockerfile'): fc.Arbitrary<string> {
  return fc.tuple(fc.constantFrom(...texts), soupOf(language), fc.nat(), fc.nat(), fc.nat(3)).map(mutated);
}

/** Texts with instructions left out, doubled, swapped, and taken from each other. Most of them still build something. */
export function mixtures(texts: readonly string[]): fc.Arbitrary<string> {
  const parts = texts.map((text) => text.split(/(?<=\n)(?=[A-Z#])/));
  const any = fc.constantFrom(...parts.flat());
  const change = fc.record({
    at: fc.nat(),
    how: fc.constantFrom('drop', 'double', 'swap', 'bring'),
    other: any,
  });
  return fc
    .tuple(fc.constantFrom(...parts), fc.array(change, { minLength: 1, maxLength: 6 }), fc.boolean())
    .map(([own, changes, crlf]) => {
      const lines = [...own];
      for (const { at, how, other } of changes) {
        const index = at % (lines.length + 1);
        const line = lines[index];
        if (how === 'bring') lines.splice(index, 0, other.endsWith('\n') ? other : `${other}\n`);
        else if (line !== undefined && how === 'drop') lines.splice(index, 1);
        else if (line !== undefined && how === 'double') lines.splice(index, 0, line);
        else if (line !== undefined) lines.splice(Math.max(0, index - 1), 2, line, lines[index - 1] ?? '');
      }
      const text = lines.join('');
      return crlf ? text.replace(/\r?\n/g, '\r\n') : text;
    });
}

function soupOf(language: Language): fc.Arbitrary<string[]> {
  const words = fc.constantFrom(...(language === 'dockerfile' ? dockerfileWords : composeWords));
  return fc.array(fc.oneof({ weight: 9, arbitrary: words }, { weight: 1, arbitrary: fc.string() }), {
    maxLength: 60,
  });
}

function mutated([seed, soup, a, b, how]: [string, string[], number, number, number]): string {
  const [from, to] = [a % (seed.length + 1), b % (seed.length + 1)].sort((x, y) => x - y) as [number, number];
  const middle = seed.slice(from, to);
  const changed = ['', middle + middle, soup.join(''), soup[0] ?? ''][how] ?? '';
  return seed.slice(0, from) + changed + seed.slice(to);
}

function seeds(language: Language): string[] {
  const folder = join('test/fixtures/seeds', language);
  return readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
}
