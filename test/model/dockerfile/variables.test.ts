import assert from 'node:assert/strict';
import { parseDockerfile } from '../../../server/src/dockerfile/parse';
import { variableUses } from '../../../server/src/dockerfile/variables';

/** The uses of the last instruction, as they are written. */
function uses(text: string): string[] {
  const { source, instructions } = parseDockerfile(text);
  const last = instructions.at(-1);
  assert.ok(last);
  return variableUses(last).map(({ name, span, nameSpan, guarded }) => {
    assert.equal(source.slice(nameSpan), name);
    return `${source.slice(span)}${guarded ? ' guarded' : ''}`;
  });
}

describe('variable uses', () => {
  const cases: readonly (readonly [string, readonly string[]])[] = [
    ['FROM --platform=$P a:${T} AS $x', ['$P', '${T}']],
    ['ARG a=$b c=${d}', ['$b', '${d}']],
    ['ENV a=$b $c=d', ['$b', '$c']],
    ['ENV a $b ${c:-$d}', ['$b', '${c:-$d} guarded', '$d']],
    ['LABEL "$a"="$b"', ['$a', '$b']],
    ['COPY --chown=$a --from=$b --chmod=$c $d ${e}/', ['$a', '$c', '$d', '${e}']],
    ['COPY ["$a", "b"]', ['$a']],
    ['ADD --checksum=$a $b /', ['$a', '$b']],
    ['EXPOSE $a 80/${b}', ['$a', '${b}']],
    ['USER $a:$b', ['$a', '$b']],
    ['WORKDIR $a/\\\n$b', ['$a', '$b']],
    ['STOPSIGNAL $a', ['$a']],
    ['VOLUME $a', ['$a']],
    ['VOLUME ["$a"]', ['$a']],
    ['ONBUILD WORKDIR $a', ['$a']],
    ['RUN --mount=type=cache,target=$a,id=${b},from=$c --network=$d echo $e', ['$a', '${b}']],
    ['RUN echo $a', []],
    ['CMD echo $a', []],
    ['CMD ["$a"]', []],
    ['ENTRYPOINT $a', []],
    ['HEALTHCHECK CMD $a', []],
    ['SHELL ["$a"]', []],
    ['MAINTAINER $a', []],
    ["WORKDIR '$a'\\$b", []],
    ['WORKDIR ${a+x}${b-y}${c:?z}${d#e}', ['${a+x} guarded', '${b-y} guarded', '${c:?z}', '${d#e}']],
    ['WORKDIR $1$?$$', []],
    ['WORKDIR ${a', []],
    ['COPY <<EOF /$x\n$a "$b" \\$c\nEOF', ['$x', '$a', '$b']],
    ['COPY <<"EOF" /x\n$a\nEOF', []],
    ['RUN <<EOF\n$a\nEOF', []],
    ['# escape=`\nWORKDIR c:\\$a`$b', ['$a']],
  ];
  for (const [text, expected] of cases) it(text, () => assert.deepEqual(uses(text), expected));
});
