/** What differs between the two servers. */
export interface Server {
  /** Name of its hardened image. */
  readonly repository: string;
  /** Folders of its configuration and of the pages that it brings. */
  readonly configuration: string;
  readonly pages: string;
  /** Ports below 1024 in a configuration, as the first group. */
  readonly listen: RegExp;
  /** Programs that people start it with, which the image's own entry point starts already. */
  readonly programs: RegExp;
  /** What to hand to that entry point where a file names just the program. */
  readonly foreground: readonly string[];
}

export const servers: readonly Server[] = [
  // https://nginx.org/en/docs/http/ngx_http_core_module.html#listen
  {
    repository: 'nginx',
    configuration: '/etc/nginx',
    pages: '/usr/share/nginx/html',
    listen: /^[ \t]*listen[ \t]+(?:[^\s;]*:)?(\d+)(?=[\s;])/gm,
    programs: /^nginx$/,
    foreground: ['-g', 'daemon off;'],
  },
  // https://httpd.apache.org/docs/2.4/mod/mpm_common.html#listen
  {
    repository: 'httpd',
    configuration: '/usr/local/apache2/conf',
    pages: '/usr/local/apache2/htdocs',
    listen: /^[ \t]*Listen[ \t]+(?:\S*:)?(\d+)(?=\s|$)/gim,
    programs: /^(?:httpd|httpd-foreground|apachectl|apache2ctl)$/,
    foreground: ['-D', 'FOREGROUND'],
  },
];
