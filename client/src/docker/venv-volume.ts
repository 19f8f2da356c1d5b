import { type Step } from './command-line';

export interface VenvRun {
  /** Name that the build gives the image. */
  readonly tag: string;
  /** Name of the Dockerfile in the folder that the command runs in. */
  readonly dockerfile: string;
  /** The folder of the project in the container, absolute. */
  readonly folder: string;
  /** What it starts in place of the image's CMD. */
  readonly words: readonly string[];
}

/**
 * Builds an image and runs it with the project of this machine in it, all but the environment: that stays the image's own, in
 * a volume without a name which goes with the container.
 * @see https://docs.astral.sh/uv/guides/integration/docker/#mounting-the-project-with-docker-run
 */
export function runWithOwnVenv({ tag, dockerfile, folder, words }: VenvRun): readonly Step[] {
  const file = dockerfile === 'Dockerfile' ? [] : ['--file', `./${dockerfile}`];
  const venv = `${folder.replace(/\/+$/, '')}/.venv`;
  return [
    { words: ['docker', 'build', ...file, '--tag', tag, '.'] },
    {
      words: [
        ...['docker', 'run', '--rm', '-it', '--volume', `.:${folder}`, '--volume', venv],
        tag,
        ...words,
      ],
    },
  ];
}
