import { programOf } from '../../../dockerfile/interpreters';
import { type Shipment, type StartChange } from '../language';

/** Whether a container of an image for FPM starts plain PHP: a worker, or a task. */
export function startsPlainPhp({ start }: Shipment): boolean {
  const [program = ''] = withoutScript(start?.words ?? []);
  return programOf(program) === 'php' || isProjectScript(program);
}

/** The image's entry point starts PHP itself, so that what the file says are its words. */
export function phpStart({ start, stage }: Shipment): StartChange | { readonly refuse: string } | undefined {
  const [first] = start?.parts ?? [];
  if (first === undefined) return undefined;
  const words = withoutScript(first.words);
  const [path = '', ...others] = words;
  const program = programOf(path);
  const ownEntry = stage.effective('ENTRYPOINT') !== undefined;
  if (ownEntry)
    return isProjectScript(path)
      ? {
          words: ['php', ...words],
          title: `Start \`${path}\` with \`php\``,
          why: `\`${path}\` finds PHP with the help of \`env\`, which the runtime image does not have.`,
        }
      : undefined;
  if (program === 'php')
    return {
      words: others,
      title: "Hand CMD to the image's own entry point",
      why: 'The entry point of the hardened image is `php` itself; named again, it would be taken for a file.',
    };
  if (program === 'php-fpm')
    return {
      words: others.length === 0 ? ['-F'] : others,
      title: "Hand CMD to the image's own entry point",
      why: 'The entry point of the hardened image is `php-fpm` itself. `-F` keeps it in the foreground, as a container needs it.',
    };
  if (isProjectScript(path)) return undefined;
  return {
    refuse: `The container starts \`${program}\`, and the entry point of the hardened image is PHP itself, which would take that for a file. Say in an ENTRYPOINT what is started; then this file can be migrated.`,
  };
}

/** https://github.com/docker-library/php/blob/master/docker-php-entrypoint */
function withoutScript(words: readonly string[]): readonly string[] {
  return programOf(words[0] ?? '') === 'docker-php-entrypoint' ? words.slice(1) : words;
}

/** A file of the project that PHP reads: `bin/console`, `artisan`, `worker.php`. */
function isProjectScript(program: string): boolean {
  return /(?:^|\/)(?:artisan|console|cake|yii|craft)$|\.php$/.test(program);
}
