const REASONS: readonly (readonly [RegExp, string])[] = [
  [
    /^(?:ffmpeg|lib(?:av(?:codec|device|filter|format|util)|sw(?:resample|scale)|postproc)(?:\d+|-dev|-extra\d*))$/,
    'FFmpeg loads more than a hundred libraries in Debian, which nobody could keep a list of: copy a static build of it (`COPY --from=<an image that has one> /ffmpeg /usr/local/bin/`).',
  ],
  [
    /^libvips(?:\d+|-dev|-tools)?$/,
    'libvips loads more than a hundred libraries in Debian. sharp for Node brings its own one, and needs no package.',
  ],
  [
    /^(?:imagemagick(?:-[\w.]+)?|graphicsmagick|libmagick\S+)$/,
    'ImageMagick loads its coders by their paths, and each of them other libraries.',
  ],
  [
    /^(?:chromium(?:-driver)?|firefox-esr|google-chrome-stable|libreoffice(?:-\w+)*|wkhtmltopdf)$/,
    'That is hundreds of files: run it in a container of its own, and call it over the network.',
  ],
  [
    /^(?:nodejs|npm|yarn)$/,
    'If Node only builds files for the browser, build them in a stage on `dhi.io/node` and copy them; if the program calls it, give it a container of its own.',
  ],
  [
    /^(?:postgresql-client(?:-\d+)?|default-mysql-client|mariadb-client|redis-tools|redis|sqlite3)$/,
    'It is a client for people and for jobs: leave it out, or run it in a container of its own.',
  ],
  [
    /^(?:supervisor|cron|anacron|runit|s6|openssh-server|nginx|apache2)$/,
    'It is a program beside the one that the container is for: give it a container of its own.',
  ],
  [
    /^(?:gosu|su-exec)$/,
    'It changes the account at the start, and the hardened image starts without root already: leave it out.',
  ],
];

/** Why the files of a package are not listed, and what can be done, as sentences; absent where there is nothing to say. */
export function whyUnknown(name: string): string | undefined {
  return REASONS.find(([pattern]) => pattern.test(name))?.[1];
}
