import { type Dockerfile, DockerfileParser, type From, Workdir } from 'dockerfile-ast';

/**
 * Which requests dockerfile-language-service 0.16.1 answers in reasonable time. All below was found by experiment;
 * test/protocol/dockerfile-safety.test.ts has the inputs.
 */
export interface Safety {
  /** Folding, symbols, links, formatting: linear. */
  readonly structure: boolean;
  /** Completion: endless where stages name each other, and where relative WORKDIRs lean on many stages, very slow. */
  readonly completion: boolean;
  /** Signature help: linear, for what remains of the sizes below. */
  readonly words: boolean;
  /**
   * Hover, definition, highlights, rename: variables are looked up anew for each use, so time grows with the square
   * of their number; an indented instruction with `$` before the first FROM overflows the stack.
   */
  readonly variables: boolean;
  /** Semantic tokens: as for variables, and time grows with the square of the words of one instruction. */
  readonly tokens: boolean;
}

const nothing: Safety = {
  structure: false,
  completion: false,
  words: false,
  variables: false,
  tokens: false,
};

/** Sizes at which the slowest request of the kind took about a tenth of a second. */
const most = {
  structure: { characters: 128_000, lines: 3_000 },
  variables: { characters: 64_000, lines: 800 },
  tokens: { characters: 32_000, lines: 600, instruction: 1_600, dollars: 200 },
  relative: { workdirs: 40, stages: 20 },
} as const;

/** Asks the parser that the library uses, so that both see the same stages. Never throws. */
export function safetyOf(text: string, lineCount: number): Safety {
  const fits = (limit: { readonly characters: number; readonly lines: number }): boolean =>
    text.length <= limit.characters && lineCount <= limit.lines;
  if (!fits(most.structure)) return nothing;
  try {
    const dockerfile = DockerfileParser.parse(text);
    const words = fits(most.variables);
    const variables = words && !overflows(dockerfile);
    return {
      structure: true,
      words,
      variables,
      completion: variables && !hasCycle(dockerfile.getFROMs()) && !climbsFar(dockerfile),
      tokens: variables && fits(most.tokens) && coloursFast(dockerfile),
    };
  } catch {
    return nothing;
  }
}

function overflows(dockerfile: Dockerfile): boolean {
  const firstFrom = dockerfile.getFROMs()[0]?.getRange().start.line ?? Infinity;
  return dockerfile.getInstructions().some((instruction) => {
    const { start } = instruction.getRange();
    return start.line < firstFrom && start.character > 0 && instruction.getTextContent().includes('$');
  });
}

/** Whether the library, looking for the stage that a stage is built on, would come back to where it has been. */
function hasCycle(stages: readonly From[]): boolean {
  const named = new Map<string, From>();
  for (const stage of stages) {
    const name = stage.getBuildStage();
    if (name !== null && !named.has(name)) named.set(name, stage);
  }
  const settled = new Set<From>();
  for (const start of stages) {
    const path = new Set<From>();
    let stage: From | undefined = start;
    while (stage !== undefined && !settled.has(stage)) {
      if (path.has(stage)) return true;
      path.add(stage);
      const base: From | undefined = named.get(stage.getImageName() ?? '');
      // A stage that bears the name of its own image is built on that image.
      stage = base?.getRange().start.line === stage.getRange().start.line ? undefined : base;
    }
    for (const seen of path) settled.add(seen);
  }
  return false;
}

function climbsFar(dockerfile: Dockerfile): boolean {
  const relative = dockerfile
    .getInstructions()
    .filter(
      (instruction) => instruction instanceof Workdir && instruction.getPath()?.startsWith('/') === false,
    );
  if (relative.length === 0) return dockerfile.getFROMs().length > 10 * most.relative.stages;
  return relative.length > most.relative.workdirs || dockerfile.getFROMs().length > most.relative.stages;
}

function coloursFast(dockerfile: Dockerfile): boolean {
  let dollars = 0;
  return dockerfile.getInstructions().every((instruction) => {
    const text = instruction.getTextContent();
    dollars += text.split('$').length - 1;
    return text.length <= most.tokens.instruction && dollars <= most.tokens.dollars;
  });
}
