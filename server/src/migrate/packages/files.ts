import { type Closure } from './libraries';

type Files = Partial<Pick<Closure, 'files' | 'but'>>;

const fonts: Files = { files: [{ from: '/usr/share/fonts' }] };
// conf.d holds links into the second folder; the package depends on one with fonts.
const fontconfig: Files = {
  files: [{ from: '/etc/fonts' }, { from: '/usr/share/fontconfig' }, { from: '/usr/share/fonts' }],
};
const odbc: Files = {
  but: 'unixODBC loads the driver that `/etc/odbcinst.ini` names: copy that file and the driver as well.',
};
const mariadb: Files = {
  but: 'A server that asks for `caching_sha2_password`, as MySQL 8 does, needs the plug-ins in `/usr/lib/*-linux-gnu/libmariadb3/plugin`: copy that folder to a place of your own, and set `MARIADB_PLUGIN_DIR` to it.',
};
const openGl: Files = {
  but: 'What is copied of OpenGL is enough to load it, as OpenCV does; to draw with it, a driver of Mesa is needed as well.',
};
const pixbuf: Files = {
  but: 'Pictures other than PNG and JPEG are read by loaders in `/usr/lib/*-linux-gnu/gdk-pixbuf-2.0`, which are not copied.',
};

/**
 * What packages of Debian hold beside libraries that a program needs (`dpkg-deb -c` of the packages of bookworm and trixie),
 * and what they look for by themselves.
 * @see https://mariadb.com/kb/en/mysql_optionsv/ (MYSQL_PLUGIN_DIR, MARIADB_PLUGIN_DIR)
 * @see https://manpages.debian.org/trixie/file/file.1.en.html (the places of magic.mgc)
 */
const FILES = new Map<string, Files>([
  ...['libmagic1', 'libmagic-dev'].map((name): [string, Files] => [
    name,
    { files: [{ from: '/usr/lib/file/magic.mgc', to: '/usr/share/misc/magic.mgc' }] },
  ]),
  ...['fontconfig', 'fontconfig-config', 'libfontconfig1', 'libfontconfig-dev', 'libfontconfig1-dev']
    .concat(['libcairo2', 'libcairo2-dev', 'libpangocairo-1.0-0', 'libpangoft2-1.0-0', 'libpango1.0-dev'])
    .map((name): [string, Files] => [name, fontconfig]),
  ...['unixodbc-dev', 'libodbc1', 'libodbc2'].map((name): [string, Files] => [name, odbc]),
  ...['libmariadb3', 'libmariadb-dev', 'libmariadb-dev-compat', 'default-libmysqlclient-dev'].map(
    (name): [string, Files] => [name, mariadb],
  ),
  ...['libgl1', 'libgl1-mesa-glx', 'libegl1'].map((name): [string, Files] => [name, openGl]),
  ...['libgdk-pixbuf-2.0-0', 'libgdk-pixbuf2.0-0', 'libgdk-pixbuf-2.0-dev'].map((name): [string, Files] => [
    name,
    pixbuf,
  ]),
  ...['locales', 'locales-all'].map((name): [string, Files] => [
    name,
    { files: [{ from: '/usr/lib/locale' }] },
  ]),
  ...['media-types', 'mime-support'].map((name): [string, Files] => [
    name,
    { files: [{ from: '/etc/mime.types' }] },
  ]),
  ['shared-mime-info', { files: [{ from: '/usr/share/mime' }] }],
]);

/** What a package of Debian holds beside libraries; absent where that is nothing. */
export function filesOf(name: string): Files | undefined {
  return FILES.get(name) ?? (/^(?:fonts|ttf)-[\w-]+$/.test(name) ? fonts : undefined);
}
