/**
 * Programs that leave what is built where it is: they read it, change its metadata, or write elsewhere. What is not here
 * may put another file in any place.
 */
export const QUIET_PROGRAMS: ReadonlySet<string> = new Set([
  ...['', ':', '[', '[[', 'test', 'true', 'false', 'set', 'export', 'unset', 'local', 'readonly'],
  ...['declare', 'shopt', 'cd', 'pushd', 'popd', 'pwd', 'read', 'exit', 'return', 'trap', 'ulimit'],
  ...['umask', 'wait', 'sleep', 'type'],
  ...['echo', 'printf', 'cat', 'head', 'tail', 'tee', 'grep', 'egrep', 'fgrep', 'awk', 'sed'],
  ...['cut', 'tr', 'sort', 'uniq', 'wc', 'xargs'],
  ...['ls', 'find', 'stat', 'file', 'du', 'df', 'basename', 'dirname', 'realpath', 'readlink'],
  ...['which', 'command', 'uname', 'arch', 'id', 'whoami', 'nproc', 'date', 'env', 'printenv'],
  ...['getent', 'hostname'],
  ...['mkdir', 'rmdir', 'rm', 'touch', 'chmod', 'chown', 'chgrp', 'mktemp', 'sync', 'truncate'],
  ...['setcap', 'getcap'],
  ...['strip', 'llvm-strip', 'upx', 'ldd', 'readelf', 'objdump', 'nm', 'size', 'scanelf'],
  ...['sha256sum', 'sha512sum', 'md5sum', 'gpg', 'cosign'],
  ...['apt', 'apt-get', 'apt-cache', 'apt-key', 'dpkg', 'dpkg-reconfigure', 'apk', 'dnf', 'yum'],
  ...['microdnf', 'zypper', 'pacman', 'debconf-set-selections'],
  ...['addgroup', 'adduser', 'groupadd', 'useradd', 'usermod', 'passwd', 'chpasswd'],
  ...['update-ca-certificates', 'update-ca-trust', 'update-alternatives', 'ldconfig', 'locale-gen'],
  ...['ln'],
  ...['rustup', 'rustup-init', 'rustfmt', 'npm', 'npx', 'yarn', 'pnpm', 'corepack', 'node', 'pip'],
  ...['pip3', 'uv', 'poetry', 'git', 'gem', 'bundle', 'protoc', 'sqlx', 'diesel'],
  ...['curl', 'wget', 'tar', 'unzip', 'gunzip', 'gzip', 'xz', 'ssh-keyscan', 'ssh-keygen'],
  ...['openssl'],
]);

/** Those of them that write where their arguments say. */
export const WRITING_PROGRAMS: ReadonlySet<string> = new Set([
  ...['curl', 'wget', 'tar', 'unzip', 'gunzip', 'gzip', 'xz', 'tee', 'ln', 'git', 'npm', 'openssl'],
]);
