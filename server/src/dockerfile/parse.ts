import { Source } from '../text/source';
import { DockerfileParts } from './file';
import { lex } from './lexer';
import { type Dockerfile, type DockerfileOptions, type Stage } from './model';

/**
 * Reads a Dockerfile as BuildKit does. Never throws, whatever the text is; the lines are taken apart at once, all
 * else when it is first asked for.
 */
export function parseDockerfile(text: string | Source, options: DockerfileOptions = {}): Dockerfile {
  const source = typeof text === 'string' ? new Source(text) : text;
  const lexed = lex(source);
  const parts = new DockerfileParts(source, lexed, options);
  const { escape, directives, comments } = lexed;
  const { instructions, globalArgs } = parts;
  return {
    source,
    escape,
    directives,
    comments,
    instructions,
    globalArgs,
    get stages() {
      return parts.stages.all;
    },
    get targets() {
      return parts.stages.targets;
    },
    get shippedStages() {
      return parts.stages.shipped;
    },
    stage: (nameOrIndex) => parts.stages.find(nameOrIndex),
    ships: (stage: Stage) => {
      const own = parts.stageAt(stage.index);
      return own !== undefined && parts.stages.ships(own);
    },
  };
}
