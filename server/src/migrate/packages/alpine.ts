/**
 * Packages of Alpine whose libraries have had the same names in all releases with hardened images, and load nothing beside
 * the C library: `names: libraries`.
 * @see https://pkgs.alpinelinux.org/contents
 */
export const alpinePackages = `
gmp-dev gmp: libgmp.so.10
jpeg-dev libjpeg-turbo-dev libjpeg-turbo: libjpeg.so.8
libffi-dev libffi: libffi.so.8
libgcc: libgcc_s.so.1
libgomp: libgomp.so.1
libstdc++: libstdc++.so.6 libgcc_s.so.1
openssl-dev: libcrypto.so.3 libssl.so.3
libcrypto3: libcrypto.so.3
libssl3: libssl.so.3 libcrypto.so.3
yaml-dev yaml: libyaml-0.so.2
zlib-dev zlib: libz.so.1
`;
