import { type Dockerfile } from '../../../dockerfile/model';
import { factOf } from '../../../dockerfile/model-map';
import { HintedPattern } from '../../../text/hinted-pattern';

/**
 * Whether the file is read by Docker's own frontend, as `# syntax=` says, and is no template of another program: what a
 * frontend or a template of somebody else allows cannot be known here.
 */
export const isPlainDockerfile = factOf(({ directives, source }: Dockerfile): boolean => {
  const frontend = directives.find(({ name }) => name === 'syntax')?.value;
  if (
    frontend !== undefined &&
    !frontends.some(
      (name) => frontend === name || frontend.startsWith(`${name}:`) || frontend.startsWith(`${name}@`),
    )
  )
    return false;
  return !templateLine.test(source.text);
});

const frontends = ['', 'docker.io/'].flatMap((registry) => [
  `${registry}docker/dockerfile`,
  `${registry}docker/dockerfile-upstream`,
]);
const templateLine = new HintedPattern(/^[ \t]*(?:\{\{|\{%|<%|%%|\{#)/m, '{{', '{%', '<%', '%%', '{#');

/** Instructions that a builder knows. */
export const keywords: readonly string[] = [
  ...[
    'ADD',
    'ARG',
    'CMD',
    'COPY',
    'ENTRYPOINT',
    'ENV',
    'EXPOSE',
    'FROM',
    'HEALTHCHECK',
    'LABEL',
    'MAINTAINER',
  ],
  ...['ONBUILD', 'RUN', 'SHELL', 'STOPSIGNAL', 'USER', 'VOLUME', 'WORKDIR'],
];
