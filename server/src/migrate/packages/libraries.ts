/**
 * Shared libraries that programs compiled against a `-dev` package load, all that a hardened Debian image lacks, as
 * patterns of file names in `/usr/lib/<architecture>`.
 * @see https://packages.debian.org/trixie/ (the dependencies of each library)
 */
const CLOSURES: Readonly<Record<string, readonly string[]>> = {
  'libffi-dev': ['libffi.so.8*'],
  'libyaml-dev': ['libyaml-0.so.2*'],
  'libsqlite3-dev': ['libsqlite3.so.0*'],
  'libxml2-dev': ['libxml2.so.2*', 'libicuuc.so.*', 'libicudata.so.*', 'liblzma.so.5*'],
  'libxslt1-dev': [
    'libxslt.so.1*',
    'libexslt.so.0*',
    'libxml2.so.2*',
    'libicuuc.so.*',
    'libicudata.so.*',
    'liblzma.so.5*',
    'libgcrypt.so.20*',
    'libgpg-error.so.0*',
  ],
  'libjpeg-dev': ['libjpeg.so.62*'],
  'libjpeg62-turbo-dev': ['libjpeg.so.62*'],
  'zlib1g-dev': [],
  'libssl-dev': ['libssl.so.3*', 'libcrypto.so.3*'],
  'libexpat1-dev': ['libexpat.so.1*'],
  'libgmp-dev': ['libgmp.so.10*'],
  'liblzma-dev': ['liblzma.so.5*'],
  'libbz2-dev': ['libbz2.so.1*'],
};

/** The patterns for a package; absent where the closure is not known. */
export function closureOf(name: string): readonly string[] | undefined {
  return Object.hasOwn(CLOSURES, name) ? CLOSURES[name] : undefined;
}
