import { type Shipment, type StartChange } from './language';

/**
 * Entry points of images that only start the interpreter; the hardened image has none.
 * @see https://github.com/GoogleContainerTools/distroless (java, nodejs, python3)
 * @see https://images.chainguard.dev/directory (jre, node, python)
 */
const ENTRYPOINTS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^gcr\.io\/distroless\/java\d/, ['java', '-jar']],
  [/^cgr\.dev\/chainguard\/jre$/, ['java']],
  [/^(?:gcr\.io\/distroless\/nodejs\d|cgr\.dev\/chainguard\/node$)/, ['node']],
  [/^(?:gcr\.io\/distroless\/python3|cgr\.dev\/chainguard\/python$)/, ['python']],
];

/** The words of CMD behind the interpreter, where the image before brought it by its own entry point. */
export function withOwnEntrypoint({ start, image }: Shipment): StartChange | undefined {
  const [first] = start?.parts ?? [];
  if (first?.instruction.keyword !== 'CMD') return undefined;
  const [word = ''] = first.words;
  const before =
    ENTRYPOINTS.find(([name]) => name.test(image?.repository ?? ''))?.[1] ??
    scriptOfNode(word, image?.repository);
  if (before === undefined) return undefined;
  return {
    words: [...before, ...first.words],
    title: `Start \`${before.join(' ')}\``,
    why: `The entry point of the image before was \`${before.join(' ')}\`. The hardened image has none, so the command says it.`,
    confirm: 'Words that somebody gives to `docker run` now take the place of the whole command.',
  };
}

/**
 * The entry script of the official Node starts `node` where CMD begins with an option or with a script.
 * @see https://github.com/nodejs/docker-node/blob/main/docker-entrypoint.sh
 */
function scriptOfNode(word: string, repository: string | undefined): readonly string[] | undefined {
  return repository === 'docker.io/library/node' && /^(?:-|[\w./-]+\.[cm]?js$)/.test(word)
    ? ['node']
    : undefined;
}
