/**
 * Packages of Debian whose shared libraries are known: `names: libraries`. For a `-dev` package they are those that a program
 * linked with it names as NEEDED (the targets of its `lib*.so` links), for others those that it holds. Names stand without
 * the `t64` that Debian 13 adds to some (https://wiki.debian.org/ReleaseGoals/64bit-time). Read from the packages of Debian
 * 12 (bookworm) and 13 (trixie).
 * @see https://packages.debian.org/bookworm/ https://packages.debian.org/trixie/
 */
export const packagesOfBoth = `
default-libmysqlclient-dev libmariadb-dev libmariadb-dev-compat libmariadb3: libmariadb.so.3
freetds-dev: libct.so.4 libsybdb.so.5
libargon2-dev libargon2-1: libargon2.so.1
libasound2-dev libasound2: libasound.so.2
libatomic1: libatomic.so.1
libblas-dev libblas3: libblas.so.3
libbz2-dev libbz2-1.0: libbz2.so.1.0
libcairo2: libcairo.so.2
libcairo2-dev: libcairo-gobject.so.2 libcairo.so.2
libcap2: libcap.so.2
libct4: libct.so.4
libcurl4-gnutls-dev: libcurl-gnutls.so.4
libcurl4-openssl-dev libcurl4: libcurl.so.4
libegl1: libEGL.so.1
libev-dev libev4: libev.so.4
libevent-2.1-7: libevent-2.1.so.7
libevent-dev: libevent-2.1.so.7 libevent_core-2.1.so.7 libevent_extra-2.1.so.7 libevent_openssl-2.1.so.7
  libevent_pthreads-2.1.so.7
libexpat1-dev libexpat1: libexpat.so.1 libexpatw.so.1
libffi-dev libffi8: libffi.so.8
libfontconfig-dev libfontconfig1-dev fontconfig libfontconfig1: libfontconfig.so.1
libfreetype-dev libfreetype6-dev libfreetype6: libfreetype.so.6
libfribidi-dev libfribidi0: libfribidi.so.0
libgcc-s1: libgcc_s.so.1
libgdbm-dev: libgdbm.so.6
libgdk-pixbuf-2.0-dev libgdk-pixbuf-2.0-0: libgdk_pixbuf-2.0.so.0
libgeos-dev libgeos-c1v5 libgeos-c1: libgeos_c.so.1
libgfortran5: libgfortran.so.5
libgif-dev libgif7: libgif.so.7
libgl-dev libgl1-mesa-dev libgl1: libGL.so.1
libglib2.0-dev libglib2.0-0: libgio-2.0.so.0 libglib-2.0.so.0 libgmodule-2.0.so.0 libgobject-2.0.so.0
  libgthread-2.0.so.0
libgmp-dev: libgmp.so.10 libgmpxx.so.4
libgmp10: libgmp.so.10
libgomp1: libgomp.so.1
libgssapi-krb5-2: libgssapi_krb5.so.2
libharfbuzz-dev libharfbuzz0b: libharfbuzz.so.0
libheif1: libheif.so.1
libice6: libICE.so.6
libjansson-dev libjansson4: libjansson.so.4
libjemalloc-dev libjemalloc2: libjemalloc.so.2
libjpeg-dev libjpeg62-turbo-dev libjpeg62-turbo: libjpeg.so.62
libjson-c-dev libjson-c5: libjson-c.so.5
libkrb5-3: libkrb5.so.3
libkrb5-dev: libgssapi_krb5.so.2 libkrb5.so.3
liblapack-dev liblapack3: liblapack.so.3
liblcms2-dev liblcms2-2: liblcms2.so.2
liblz4-dev liblz4-1: liblz4.so.1
liblzma-dev liblzma5: liblzma.so.5
libmagic-dev libmagic1: libmagic.so.1
libmemcached-dev: libmemcached.so.11 libmemcachedutil.so.2
libmemcached11: libmemcached.so.11
libmicrohttpd-dev libmicrohttpd12: libmicrohttpd.so.12
libmosquitto-dev libmosquitto1: libmosquitto.so.1
libmpfr-dev libmpfr6: libmpfr.so.6
libncursesw6: libncursesw.so.6
libnuma1: libnuma.so.1
libodbc2: libodbc.so.2
libonig-dev libonig5: libonig.so.5
libopenblas-dev libopenblas0: libblas.so.3 liblapack.so.3 libopenblas.so.0
libopenjp2-7-dev libopenjp2-7: libopenjp2.so.7
libpango-1.0-0: libpango-1.0.so.0
libpango1.0-dev: libpango-1.0.so.0 libpangocairo-1.0.so.0 libpangoft2-1.0.so.0
libpangocairo-1.0-0: libpangocairo-1.0.so.0
libpangoft2-1.0-0: libpangoft2-1.0.so.0
libpcre2-8-0: libpcre2-8.so.0
libpcre2-dev: libpcre2-8.so.0 libpcre2-posix.so.3
libpixman-1-dev libpixman-1-0: libpixman-1.so.0
libpng-dev libpng16-16: libpng16.so.16
libpq-dev libpq5: libpq.so.5
libraqm0: libraqm.so.0
librdkafka-dev: librdkafka++.so.1 librdkafka.so.1
librdkafka1: librdkafka.so.1
libreadline-dev libreadline8: libhistory.so.8 libreadline.so.8
libsasl2-dev libsasl2-2: libsasl2.so.2
libseccomp2: libseccomp.so.2
libsm-dev libsm6: libSM.so.6
libsnappy-dev libsnappy1v5: libsnappy.so.1
libsndfile1-dev libsndfile1: libsndfile.so.1
libsodium-dev libsodium23: libsodium.so.23
libsqlite3-dev libsqlite3-0: libsqlite3.so.0
libssh2-1-dev libssh2-1: libssh2.so.1
libssl-dev libssl3: libcrypto.so.3 libssl.so.3
libstdc++6: libstdc++.so.6
libsybdb5: libsybdb.so.5
libsystemd-dev libsystemd0: libsystemd.so.0
libtiff-dev libtiff5-dev libtiff6: libtiff.so.6
libtinfo6: libtinfo.so.6
libusb-1.0-0-dev libusb-1.0-0: libusb-1.0.so.0
libuv1-dev libuv1: libuv.so.1
libwebp-dev: libwebp.so.7 libwebpdemux.so.2 libwebpmux.so.3
libwebp7: libwebp.so.7
libwebpdemux2: libwebpdemux.so.2
libwebpmux3: libwebpmux.so.3
libx11-dev libx11-6: libX11.so.6
libxcb1-dev libxcb1: libxcb.so.1
libxext-dev libxext6: libXext.so.6
libxml2-dev libxml2: libxml2.so.2
libxmlsec1-dev libxmlsec1-openssl: libxmlsec1-openssl.so.1 libxmlsec1.so.1
libxrender-dev libxrender1: libXrender.so.1
libxslt1-dev libxslt1.1: libexslt.so.0 libxslt.so.1
libyaml-dev libyaml-0-2: libyaml-0.so.2
libzbar-dev libzbar0: libzbar.so.0
libzmq3-dev libzmq5: libzmq.so.5
libzstd-dev libzstd1: libzstd.so.1
portaudio19-dev libportaudio2: libportaudio.so.2
unixodbc-dev: libodbc.so.2 libodbccr.so.2 libodbcinst.so.2
uuid-dev libuuid1: libuuid.so.1
zlib1g-dev zlib1g: libz.so.1
`;

export const packagesOf12 = `
libaio1: libaio.so.1
libcurl3-gnutls: libcurl-gnutls.so.4
libfmt-dev: libfmt.so.9
libgdk-pixbuf2.0-0: libgdk_pixbuf-2.0.so.0
libgit2-dev libgit2-1.5: libgit2.so.1.5
libgl1-mesa-glx: libGL.so.1
libhiredis0.14: libhiredis.so.0.14
libicu-dev libicu72: libicudata.so.72 libicui18n.so.72 libicuio.so.72 libicuuc.so.72
libjsoncpp-dev libjsoncpp25: libjsoncpp.so.25
libldap-dev libldap2-dev libldap-2.5-0: liblber-2.5.so.0 libldap-2.5.so.0
libodbc1: libodbc.so.2
libpcre3-dev libpcre3: libpcre.so.3
libspdlog-dev: libspdlog.so.1.10
libzip-dev libzip4: libzip.so.4
`;

export const packagesOf13 = `
libaio1: libaio.so.1t64
libfmt-dev: libfmt.so.10
libgit2-dev libgit2-1.9: libgit2.so.1.9
libhiredis1.1.0: libhiredis.so.1.1.0 libhiredis_ssl.so.1.1.0
libicu-dev libicu76: libicudata.so.76 libicui18n.so.76 libicuio.so.76 libicuuc.so.76
libjsoncpp-dev libjsoncpp26: libjsoncpp.so.26
libldap-dev libldap2-dev libldap2: liblber.so.2 libldap.so.2
libspdlog-dev: libspdlog.so.1.15
libzip-dev libzip5: libzip.so.5
`;
