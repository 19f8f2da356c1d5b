import assert from 'node:assert/strict';
import { parseShell } from '../../../server/src/shell/parse';
import { MappedText } from '../../../server/src/text/mapped';

/** Commands as `wrapper words > … > command words`. */
function shape(text: string): string[] {
  return parseShell(MappedText.verbatim(text, 0)).commands.map((command) =>
    [
      ...command.wrappers.map((wrapper) => wrapper.words.map((word) => word.value).join(' ')),
      [command.name, ...command.args.map((word) => word.value)].join(' '),
    ].join(' > '),
  );
}

describe('wrappers of shell commands', () => {
  const cases: [string, string[]][] = [
    ['sudo apt-get update', ['sudo > apt-get update']],
    ['sudo -u www -H a', ['sudo -u www -H > a']],
    ['sudo -Hu www a', ['sudo -Hu www > a']],
    ['sudo -uwww a', ['sudo -uwww > a']],
    ['sudo --user=www -E -- a -b', ['sudo --user=www -E -- > a -b']],
    ['sudo -v', ['sudo -v']],
    ['sudo', ['sudo']],
    ['/usr/bin/env -i -u X A=1 a', ['/usr/bin/env -i -u X > a']],
    ['env', ['env']],
    ['time -p a', ['time > a']],
    ['/usr/bin/time -f %e a', ['/usr/bin/time -f %e > a']],
    ['nice -n 5 nohup a', ['nice -n 5 > nohup > a']],
    ['ionice -c 3 a', ['ionice -c 3 > a']],
    ['exec a', ['exec > a']],
    ['exec >log', ['exec']],
    ['command a; builtin b', ['command > a', 'builtin > b']],
    ['command -v a', ['command -v a']],
    ["eval 'a; b'", ['eval > a', 'eval > b']],
    ['eval a b', ['eval > a b']],
    ['eval "$(a)"', ['eval $(a)', 'a']],
    ['xargs -0 -n 1 -I {} rm {}', ['xargs -0 -n 1 -I {} > rm {}']],
    ['xargs', ['xargs']],
    ['timeout -k 5 10s a', ['timeout -k 5 10s > a']],
    ['timeout 10', ['timeout 10']],
    ['stdbuf -oL a', ['stdbuf -oL > a']],
    ['gosu postgres a', ['gosu postgres > a']],
    ['su-exec nobody:nobody a', ['su-exec nobody:nobody > a']],
    ['tini -g -- a', ['tini -g -- > a']],
    ['dumb-init -r 15:3 -- a', ['dumb-init -r 15:3 -- > a']],
    ['doas -u root a', ['doas -u root > a']],
    ['chroot --userspec=a:b /mnt a', ['chroot --userspec=a:b /mnt > a']],
    ["sh -c 'a && b'", ['sh -c > a', 'sh -c > b']],
    ['bash -lc "a $X"', ['bash -lc > a $X']],
    ['bash -euxo pipefail -c "a"', ['bash -euxo pipefail -c > a']],
    ['bash --norc -o pipefail -c a zero one', ['bash --norc -o pipefail -c > a']],
    ['bash script.sh -c x', ['bash script.sh -c x']],
    ['bash -s -- -y', ['bash -s -- -y']],
    ['sh -c "$(a)"', ['sh -c $(a)', 'a']],
    ['sh -c "a $(b)"', ['sh -c > a $(b)', 'b']],
    ["su - www -c 'a'", ['su - www -c > a']],
    ["su -s /bin/sh www -c 'a'", ['su -s /bin/sh www -c > a']],
    ['su www', ['su www']],
    ['runuser -u www -- a b', ['runuser -u www -- > a b']],
    ["sudo sh -c 'nice a'", ['sudo > sh -c > nice > a']],
    [`sh -c "sh -c 'sh -c a'"`, ['sh -c > sh -c > sh -c > a']],
  ];
  for (const [text, expected] of cases) it(text, () => assert.deepEqual(shape(text), expected));

  it('gives a nested script the joint, the branch and the pipeline it stands in', () => {
    const { commands, pipelines } = parseShell(MappedText.verbatim("a || curl x | sh -c 'b; c'", 0));
    assert.deepEqual(
      commands.map((command) => [
        command.name,
        command.joinedBy,
        command.conditional,
        command.pipeline === pipelines[0],
      ]),
      [
        ['a', 'start', false, false],
        ['curl', '||', true, true],
        ['b', '|', true, true],
        ['c', ';', true, true],
      ],
    );
  });

  it('leads spans of a nested script back exactly where it stands in one pair of quotes, to its word elsewhere', () => {
    const spans = (text: string): string[] =>
      parseShell(MappedText.verbatim(text, 0)).commands.map((command) =>
        text.slice(command.span.start, command.span.end),
      );
    assert.deepEqual(spans(`sh -c 'apt-get update'`), ['apt-get update']);
    assert.deepEqual(spans(`sh -c "a; b $X"`), ['a', 'b $X']);
    assert.deepEqual(spans(`sh -c "echo \\"a\\" | b \\$X && c"`), ['echo \\"a\\"', 'b \\$X', 'c']);
    assert.deepEqual(spans(`sh -c "a; sh -c 'b \\"c\\"; d'"`), ['a', 'b \\"c\\"', 'd']);
    assert.deepEqual(spans(`sh -c "a; b "'"c"'`), [`"a; b "'"c"'`, `"a; b "'"c"'`]);
  });

  it('reads what env and sudo assign', () => {
    const text = 'env A=1 B="x y" sudo C=3 run';
    const [command] = parseShell(MappedText.verbatim(text, 0)).commands;
    assert.deepEqual(
      command?.assignments.map((each) => [
        each.name,
        each.value?.value,
        each.value && text.slice(each.value.span.start, each.value.span.end),
      ]),
      [
        ['A', '1', '1'],
        ['B', 'x y', '"x y"'],
        ['C', '3', '3'],
      ],
    );
  });

  it('gives the commands of a script what is assigned before it', () => {
    const { commands } = parseShell(MappedText.verbatim("A=1 env B=2 sh -c 'C=3 a; b'", 0));
    assert.deepEqual(
      commands.map((command) => command.assignments.map((each) => each.name).join()),
      ['A,B,C', 'A,B'],
    );
  });
});
