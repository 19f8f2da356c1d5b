/**
 * What shared libraries of Debian load by themselves: `library: those that it names as NEEDED`, for all that name some beside
 * the C library. Read with `readelf -d` from the packages of Debian 12 (bookworm) and 13 (trixie) for amd64; the closure of
 * every library of packages.ts is in here.
 * @see https://packages.debian.org/bookworm/ https://packages.debian.org/trixie/
 */
export const loadsOfBoth = `
libbrotlidec.so.1: libbrotlicommon.so.1
libbsd.so.0: libmd.so.0
libcairo-gobject.so.2: libcairo.so.2 libglib-2.0.so.0 libgobject-2.0.so.0
libcairo.so.2: libX11.so.6 libXext.so.6 libXrender.so.1 libfontconfig.so.1 libfreetype.so.6 libpixman-1.so.0
  libpng16.so.16 libxcb-render.so.0 libxcb-shm.so.0 libxcb.so.1 libz.so.1
libct.so.4: libgmp.so.10 libgnutls.so.30 libgssapi_krb5.so.2 libhogweed.so.6 libnettle.so.8
libdbus-1.so.3: libsystemd.so.0
libEGL.so.1: libGLdispatch.so.0
libevent_extra-2.1.so.7: libevent_core-2.1.so.7
libevent_openssl-2.1.so.7: libcrypto.so.3 libevent_core-2.1.so.7 libssl.so.3
libevent_pthreads-2.1.so.7: libevent_core-2.1.so.7
libexslt.so.0: libgcrypt.so.20 libxml2.so.2 libxslt.so.1
libfontconfig.so.1: libexpat.so.1 libfreetype.so.6
libgcrypt.so.20: libgpg-error.so.0
libgdk_pixbuf-2.0.so.0: libgio-2.0.so.0 libglib-2.0.so.0 libgmodule-2.0.so.0 libgobject-2.0.so.0
  libjpeg.so.62 libpng16.so.16
libgio-2.0.so.0: libglib-2.0.so.0 libgmodule-2.0.so.0 libgobject-2.0.so.0 libmount.so.1 libselinux.so.1
  libz.so.1
libGL.so.1: libGLX.so.0 libGLdispatch.so.0
libGLX.so.0: libGLdispatch.so.0 libX11.so.6
libgmodule-2.0.so.0: libglib-2.0.so.0
libgmpxx.so.4: libgmp.so.10 libstdc++.so.6
libgobject-2.0.so.0: libffi.so.8 libglib-2.0.so.0
libgssapi_krb5.so.2: libcom_err.so.2 libk5crypto.so.3 libkrb5.so.3 libkrb5support.so.0
libgthread-2.0.so.0: libglib-2.0.so.0
libharfbuzz.so.0: libfreetype.so.6 libglib-2.0.so.0 libgraphite2.so.3
libhashkit.so.2: libcrypto.so.3
libhogweed.so.6: libgmp.so.10 libnettle.so.8
libjack.so.0: libdb-5.3.so libstdc++.so.6
libjemalloc.so.2: libstdc++.so.6
libk5crypto.so.3: libkrb5support.so.0
libkrb5.so.3: libcom_err.so.2 libk5crypto.so.3 libkeyutils.so.1 libkrb5support.so.0
liblapack.so.3: libblas.so.3 libgcc_s.so.1 libgfortran.so.5
libLerc.so.4: libstdc++.so.6
libmagic.so.1: libbz2.so.1.0 liblzma.so.5 libz.so.1
libmariadb.so.3: libcrypto.so.3 libssl.so.3 libz.so.1
libmemcached.so.11: libhashkit.so.2 libsasl2.so.2 libstdc++.so.6
libmemcachedutil.so.2: libmemcached.so.11 libstdc++.so.6
libmicrohttpd.so.12: libgnutls.so.30
libmosquitto.so.1: libcrypto.so.3 libssl.so.3
libmount.so.1: libblkid.so.1 libselinux.so.1
libmpfr.so.6: libgmp.so.10
libncursesw.so.6: libtinfo.so.6
libnorm.so.1: libstdc++.so.6
libodbc.so.2: libltdl.so.7
libodbcinst.so.2: libltdl.so.7
libopenblas.so.0: libgfortran.so.5
libp11-kit.so.0: libffi.so.8
libpango-1.0.so.0: libfribidi.so.0 libgio-2.0.so.0 libglib-2.0.so.0 libgobject-2.0.so.0 libharfbuzz.so.0
  libthai.so.0
libpangocairo-1.0.so.0: libcairo.so.2 libfontconfig.so.1 libglib-2.0.so.0 libgobject-2.0.so.0
  libharfbuzz.so.0 libpango-1.0.so.0 libpangoft2-1.0.so.0
libpangoft2-1.0.so.0: libfontconfig.so.1 libfreetype.so.6 libgio-2.0.so.0 libglib-2.0.so.0
  libgobject-2.0.so.0 libharfbuzz.so.0 libpango-1.0.so.0
libpcre2-posix.so.3: libpcre2-8.so.0
libpng16.so.16: libz.so.1
libportaudio.so.2: libasound.so.2 libjack.so.0
libraqm.so.0: libfreetype.so.6 libfribidi.so.0 libharfbuzz.so.0
librdkafka++.so.1: librdkafka.so.1 libstdc++.so.6
libreadline.so.8: libtinfo.so.6
librtmp.so.1: libgmp.so.10 libgnutls.so.30 libhogweed.so.6 libnettle.so.8 libz.so.1
libselinux.so.1: libpcre2-8.so.0
libSM.so.6: libICE.so.6 libuuid.so.1
libsnappy.so.1: libstdc++.so.6
libssh2.so.1: libcrypto.so.3 libz.so.1
libssl.so.3: libcrypto.so.3
libstdc++.so.6: libgcc_s.so.1
libsybdb.so.5: libgmp.so.10 libgnutls.so.30 libgssapi_krb5.so.2 libhogweed.so.6 libnettle.so.8
libthai.so.0: libdatrie.so.1
libtiff.so.6: libLerc.so.4 libdeflate.so.0 libjbig.so.0 libjpeg.so.62 liblzma.so.5 libwebp.so.7 libz.so.1
  libzstd.so.1
libusb-1.0.so.0: libudev.so.1
libv4l2.so.0: libv4lconvert.so.0
libv4lconvert.so.0: libjpeg.so.62
libvorbis.so.0: libogg.so.0
libvorbisenc.so.2: libvorbis.so.0
libwebpdemux.so.2: libwebp.so.7
libwebpmux.so.3: libwebp.so.7
libX11.so.6: libxcb.so.1
libxcb-render.so.0: libxcb.so.1
libxcb-shm.so.0: libxcb.so.1
libxcb.so.1: libXau.so.6 libXdmcp.so.6
libXext.so.6: libX11.so.6
libxmlsec1-openssl.so.1: libcrypto.so.3 libxml2.so.2 libxmlsec1.so.1
libxmlsec1.so.1: libxml2.so.2 libxslt.so.1
libXrender.so.1: libX11.so.6
libxslt.so.1: libxml2.so.2
libzbar.so.0: libX11.so.6 libdbus-1.so.3 libjpeg.so.62 libv4l2.so.0
libzmq.so.5: libbsd.so.0 libgssapi_krb5.so.2 libnorm.so.1 libpgm-5.3.so.0 libsodium.so.23 libstdc++.so.6
`;

export const loadsOf12 = `
libcurl-gnutls.so.4: libbrotlidec.so.1 libgnutls.so.30 libgssapi_krb5.so.2 libidn2.so.0 liblber-2.5.so.0
  libldap-2.5.so.0 libnettle.so.8 libnghttp2.so.14 libpsl.so.5 librtmp.so.1 libssh2.so.1 libz.so.1
  libzstd.so.1
libcurl.so.4: libbrotlidec.so.1 libcrypto.so.3 libgssapi_krb5.so.2 libidn2.so.0 liblber-2.5.so.0
  libldap-2.5.so.0 libnghttp2.so.14 libpsl.so.5 librtmp.so.1 libssh2.so.1 libssl.so.3 libz.so.1 libzstd.so.1
libde265.so.0: libstdc++.so.6
libFLAC.so.12: libogg.so.0
libfmt.so.9: libstdc++.so.6
libfreetype.so.6: libbrotlidec.so.1 libpng16.so.16 libz.so.1
libgeos.so.3.11.1: libstdc++.so.6
libgeos_c.so.1: libgeos.so.3.11.1 libstdc++.so.6
libgfortran.so.5: libgcc_s.so.1 libquadmath.so.0
libgit2.so.1.5: libgssapi_krb5.so.2 libhttp_parser.so.2.9 libmbedcrypto.so.7 libmbedtls.so.14
  libmbedx509.so.1 libpcre2-8.so.0 libssh2.so.1 libz.so.1
libglib-2.0.so.0: libpcre2-8.so.0
libgnutls.so.30: libgmp.so.10 libhogweed.so.6 libidn2.so.0 libnettle.so.8 libp11-kit.so.0 libtasn1.so.6
  libunistring.so.2
libheif.so.1: libaom.so.3 libdav1d.so.6 libde265.so.0 libstdc++.so.6 libx265.so.199 libz.so.1
libICE.so.6: libbsd.so.0
libicui18n.so.72: libicuuc.so.72 libstdc++.so.6
libicuio.so.72: libicui18n.so.72 libicuuc.so.72 libstdc++.so.6
libicuuc.so.72: libicudata.so.72 libstdc++.so.6
libidn2.so.0: libunistring.so.2
libjsoncpp.so.25: libstdc++.so.6
libldap-2.5.so.0: libgnutls.so.30 liblber-2.5.so.0 libsasl2.so.2
libmbedtls.so.14: libmbedcrypto.so.7 libmbedx509.so.1
libmbedx509.so.1: libmbedcrypto.so.7
libpq.so.5: libcrypto.so.3 libgssapi_krb5.so.2 libldap-2.5.so.0 libssl.so.3
libpsl.so.5: libidn2.so.0 libunistring.so.2
librdkafka.so.1: libcrypto.so.3 liblz4.so.1 libsasl2.so.2 libssl.so.3 libz.so.1 libzstd.so.1
libsndfile.so.1: libFLAC.so.12 libmp3lame.so.0 libmpg123.so.0 libogg.so.0 libopus.so.0 libvorbis.so.0
  libvorbisenc.so.2
libspdlog.so.1.10: libfmt.so.9 libstdc++.so.6
libsystemd.so.0: libcap.so.2 libgcrypt.so.20 liblz4.so.1 liblzma.so.5 libzstd.so.1
libx265.so.199: libnuma.so.1 libstdc++.so.6
libXdmcp.so.6: libbsd.so.0
libxml2.so.2: libicuuc.so.72 liblzma.so.5 libz.so.1
libzip.so.4: libbz2.so.1.0 libcrypto.so.3 libz.so.1
`;

export const loadsOf13 = `
libblas.so.3: libgcc_s.so.1
libcrypto.so.3: libz.so.1 libzstd.so.1
libcurl-gnutls.so.4: libbrotlidec.so.1 libgnutls.so.30 libgssapi_krb5.so.2 libidn2.so.0 liblber.so.2
  libldap.so.2 libnettle.so.8 libnghttp2.so.14 libnghttp3.so.9 libngtcp2.so.16 libngtcp2_crypto_gnutls.so.8
  libpsl.so.5 librtmp.so.1 libssh2.so.1 libz.so.1 libzstd.so.1
libcurl.so.4: libbrotlidec.so.1 libcrypto.so.3 libgssapi_krb5.so.2 libidn2.so.0 liblber.so.2 libldap.so.2
  libnghttp2.so.14 libnghttp3.so.9 libpsl.so.5 librtmp.so.1 libssh2.so.1 libssl.so.3 libz.so.1 libzstd.so.1
libFLAC.so.14: libogg.so.0
libfmt.so.10: libstdc++.so.6
libfreetype.so.6: libbrotlidec.so.1 libbz2.so.1.0 libpng16.so.16 libz.so.1
libgeos.so.3.13.1: libstdc++.so.6
libgeos_c.so.1: libgeos.so.3.13.1 libstdc++.so.6
libgfortran.so.5: libgcc_s.so.1
libgit2.so.1.9: libgssapi_krb5.so.2 libhttp_parser.so.2.9 libmbedcrypto.so.16 libmbedtls.so.21
  libmbedx509.so.7 libpcre2-8.so.0 libssh2.so.1 libz.so.1
libglib-2.0.so.0: libatomic.so.1 libpcre2-8.so.0
libgnutls.so.30: libgmp.so.10 libhogweed.so.6 libidn2.so.0 libnettle.so.8 libp11-kit.so.0 libtasn1.so.6
  libunistring.so.5
libheif.so.1: libsharpyuv.so.0 libstdc++.so.6 libz.so.1
libhiredis_ssl.so.1.1.0: libcrypto.so.3 libssl.so.3
libicui18n.so.76: libicuuc.so.76 libstdc++.so.6
libicuio.so.76: libicui18n.so.76 libicuuc.so.76 libstdc++.so.6
libicuuc.so.76: libicudata.so.76 libstdc++.so.6
libidn2.so.0: libunistring.so.5
libjsoncpp.so.26: libstdc++.so.6
libldap.so.2: libcrypto.so.3 liblber.so.2 libsasl2.so.2 libssl.so.3
liblz4.so.1: libxxhash.so.0
libmbedtls.so.21: libmbedcrypto.so.16 libmbedx509.so.7
libmbedx509.so.7: libmbedcrypto.so.16
libngtcp2_crypto_gnutls.so.8: libgnutls.so.30 libngtcp2.so.16
libpq.so.5: libcrypto.so.3 libgssapi_krb5.so.2 libldap.so.2 libssl.so.3
libpsl.so.5: libidn2.so.0 libunistring.so.5
librdkafka.so.1: libcrypto.so.3 libcurl.so.4 liblz4.so.1 libsasl2.so.2 libssl.so.3 libz.so.1 libzstd.so.1
libsasl2.so.2: libcrypto.so.3
libsndfile.so.1: libFLAC.so.14 libmp3lame.so.0 libmpg123.so.0 libogg.so.0 libopus.so.0 libvorbis.so.0
  libvorbisenc.so.2
libspdlog.so.1.15: libfmt.so.10 libstdc++.so.6
libsystemd.so.0: libcap.so.2
libudev.so.1: libcap.so.2
libwebp.so.7: libsharpyuv.so.0
libxml2.so.2: liblzma.so.5 libz.so.1
libzip.so.5: libbz2.so.1.0 libcrypto.so.3 liblzma.so.5 libz.so.1 libzstd.so.1
`;
