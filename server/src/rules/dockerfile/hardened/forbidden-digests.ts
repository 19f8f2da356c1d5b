import { execCommand } from '../../../dockerfile/exec-command';
import { type Instruction } from '../../../dockerfile/model';
import { commandsOf } from '../../../dockerfile/walk';
import { type ShellCommand, type ShellWord } from '../../../shell/model';
import { type Span } from '../../../text/span';

/** A use of an algorithm that FIPS 140 does not allow. */
export interface ForbiddenUse {
  /** As written: `md5sum`, `-md5`, `hashlib.md5`. */
  readonly text: string;
  readonly span: Span;
}

/** What an instruction runs with MD5 or another digest or cipher that FIPS 140 does not allow. */
export function forbiddenUses(instruction: Instruction): readonly ForbiddenUse[] {
  const inScripts = instruction.heredocs.flatMap(({ body }) =>
    pythonCalls(body.text).map(({ text, at }) => ({ text, span: body.spanOf(at, at + text.length) })),
  );
  return [...commandsIn(instruction).flatMap(usesOf), ...inScripts];
}

function commandsIn(instruction: Instruction): readonly ShellCommand[] {
  const json =
    instruction.keyword === 'HEALTHCHECK'
      ? instruction.command?.json
      : /^(?:RUN|CMD|ENTRYPOINT)$/.test(instruction.keyword)
        ? instruction.json
        : undefined;
  const commands = commandsOf(instruction);
  if (commands.length > 0 || json === undefined) return commands;
  const exec = execCommand(json);
  return exec === undefined ? [] : [exec];
}

const programs = new Set(['md5', 'md5sum', 'md5deep', 'md5pass', 'md5crypt']);
/** Names of digests and ciphers of OpenSSL that its FIPS provider lacks: https://docs.openssl.org/3.0/man7/OSSL_PROVIDER-FIPS/ */
const ofOpenssl =
  /^-?(?:md[245]|rmd160|ripemd160|rc[245](?:-.*)?|des(?:-(?:cbc|cfb|ecb|ofb))?|bf(?:-.*)?|cast5?(?:-.*)?|seed(?:-.*)?|idea(?:-.*)?)$/i;

function usesOf(command: ShellCommand): readonly ForbiddenUse[] {
  const { name, program, args } = command;
  if (program !== undefined && programs.has(name)) return [{ text: name, span: program.span }];
  if (name === 'openssl')
    return args
      .filter(({ value }) => ofOpenssl.test(value))
      .slice(0, 1)
      .map(asUse);
  if (/^(?:python|pypy)[\d.]*$/.test(name))
    return args.flatMap((word) => pythonCalls(word.value).map(({ text }) => ({ text, span: word.span })));
  const option = args.find(
    ({ value }, at) =>
      /^--?(?:[\w-]+[=:])?md5(?::.*)?$/i.test(value) ||
      (/^md5$/i.test(value) && args[at - 1]?.value.startsWith('-') === true),
  );
  return option === undefined ? [] : [asUse(option)];
}

function asUse({ value, span }: ShellWord): ForbiddenUse {
  return { text: value, span };
}

/** `usedforsecurity=False` is let through: https://docs.python.org/3/library/hashlib.html#hashlib.new */
function pythonCalls(text: string): readonly { readonly text: string; readonly at: number }[] {
  return [...text.matchAll(/\bhashlib\.(?:md5|new)\(([^()\n]{0,200})/g)].flatMap(
    ({ 0: call, 1: rest = '', index }) => {
      const isMd5 = call.startsWith('hashlib.md5') || /^\s*["']md5["']/i.test(rest);
      if (!isMd5 || /usedforsecurity\s*=\s*False/.test(text.slice(index, index + 300).split('\n')[0] ?? ''))
        return [];
      return [{ text: call.slice(0, call.indexOf('(')), at: index }];
    },
  );
}
