/** What a shell beside a container needs to know. */
export interface DebugMount {
  /** The image that the container was made from. */
  readonly image: string;
  /** Name or id of the running container. */
  readonly container: string;
  /** Brings the shell; its files are mounted below /dbg. */
  readonly shell: string;
  /** Whether the image has an ENTRYPOINT, which would be handed the shell as an argument. */
  readonly entrypoint: 'known' | 'absent' | 'unknown';
  readonly asRoot?: boolean;
  readonly network?: boolean;
  readonly ptrace?: boolean;
}

const program = '/dbg/bin/sh';

/**
 * A shell in the image of a container, beside its processes. Needs Docker Engine 28 or newer.
 */
export function debugByImageMount(about: DebugMount): readonly string[] {
  const isReplaced = about.entrypoint !== 'absent';
  return [
    ...['docker', 'run', '--rm', '-it', '--pid', `container:${about.container}`],
    ...(about.network === true ? ['--network', `container:${about.container}`] : []),
    ...(about.asRoot === true ? ['-u', '0'] : []),
    ...(about.ptrace === true ? ['--cap-add', 'SYS_PTRACE'] : []),
    imageMount(about.shell, '/dbg'),
    ...(isReplaced ? ['--entrypoint', program, about.image] : [about.image, program]),
  ];
}

/** The option that mounts the files of an image. A reference has no comma and no quote, which would need more care. */
export function imageMount(image: string, folder: string): string {
  return `--mount=type=image,source=${image},destination=${folder},ro`;
}
