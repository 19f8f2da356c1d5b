import { type Base, type Dockerfile, type Pair } from '../dockerfile/model';
import { replace, type Edit } from '../text/edit';
import { type HardenedBase } from './hardened-base';

/** What a FROM says for a hardened image, and what its ARGs have to say for it. */
export interface FromText {
  readonly text: string;
  readonly edits: readonly Edit[];
}

const variable = /\$(?:\{(\w+)\}|(\w+))/g;

/**
 * Names a hardened image in a FROM so that the author's ARGs go on saying the version. Absent where a variable stands for
 * something that cannot be told from its default.
 */
export function fromText(
  dockerfile: Dockerfile,
  { text }: Pick<Base, 'text'>,
  hardened: HardenedBase,
): FromText | undefined {
  if (!text.includes('$')) return { text: hardened.reference, edits: [] };
  const { tag, reference, repository, listed } = hardened;
  const isBuild = tag.endsWith('-dev');
  const plainTag = isBuild ? tag.slice(0, -'-dev'.length) : tag;
  const end = isBuild ? '-dev' : '';
  const uses = [...text.matchAll(variable)].map(([written, braced, bare]) => ({
    written,
    pair: defaultOf(dockerfile, braced ?? bare ?? ''),
  }));
  if (text.replace(variable, '').includes('$') || uses.some(({ pair }) => pair === undefined))
    return undefined;
  const [first] = uses;
  if (first?.pair === undefined) return undefined;
  if (text === first.written)
    return {
      text: `${braces(first.pair)}${end}`,
      edits: newDefault(dockerfile, first.pair, reference.slice(0, -end.length || undefined)),
    };
  const colon = text.lastIndexOf(':');
  if (colon < 0 || text.slice(0, colon).includes('$') || text.includes('@')) return undefined;
  const version = /^[\d.]+/.exec(listed.version)?.[0] ?? '';
  const ofVersion = uses.find(({ pair }) => /^\d+(?:\.\d+)*$/.test(pair?.value ?? ''))?.pair;
  if (ofVersion !== undefined && version !== '')
    return {
      text: `dhi.io/${repository}:${braces(ofVersion)}${tag.slice(version.length)}`,
      edits: newDefault(dockerfile, ofVersion, version),
    };
  if (text.slice(colon + 1) !== first.written) return undefined;
  return {
    text: `dhi.io/${repository}:${braces(first.pair)}${end}`,
    edits: newDefault(dockerfile, first.pair, plainTag),
  };
}

function braces({ name }: Pair): string {
  return `\${${name}}`;
}

function defaultOf({ globalArgs }: Dockerfile, name: string): Pair | undefined {
  const pair = globalArgs.flatMap(({ pairs }) => pairs).findLast((each) => each.name === name);
  return pair?.value === undefined || pair.value.includes('$') ? undefined : pair;
}

function newDefault({ source }: Dockerfile, { value, valueSpan }: Pair, wanted: string): readonly Edit[] {
  if (value === wanted || valueSpan === undefined) return [];
  const quote = /^["']/.exec(source.slice(valueSpan))?.[0] ?? '';
  return [replace(valueSpan, `${quote}${wanted}${quote}`)];
}
