import { addInsteadOfCopy } from '../../../server/src/rules/dockerfile/layers/add-instead-of-copy';
import { ruleTester } from '../../support/rule-tester';

ruleTester(addInsteadOfCopy, {
  valid: [
    { name: 'what unknown-flag says', code: 'FROM debian:13 AS build\nADD --from=build /a /a\n' },
    'FROM alpine:3.22\nCOPY app /app\n',
    'FROM alpine:3.22\nADD rootfs.tar.gz /\n',
    'FROM scratch\nADD alpine-minirootfs-3.22.0-x86_64.tar.xz /\nADD ["layer.tar", "/"]\n',
    'FROM alpine:3.22\nADD https://example.com/app.bin /usr/local/bin/app\n',
    'FROM alpine:3.22\nADD git@github.com:example/app.git /src\nADD https://github.com/example/app.git#v1 /src\n',
    'FROM alpine:3.22\nADD --checksum=sha256:24454f830cdb571e2c4ad15481119c43b3cafd48dd869a9b2945d1036d1dc68d https://example.com/a /a\n',
    'FROM alpine:3.22\nADD --unpack=true bundle /app/\n',
    {
      name: 'a variable may hold anything',
      code: 'FROM alpine:3.22\nARG SRC\nADD $SRC /app/\nADD ${SRC}/x /app/\n',
    },
    {
      name: 'a pattern may find an archive',
      code: 'FROM alpine:3.22\nADD dist/* /app/\nADD release-?.?.* /app/\n',
    },
    { name: 'one archive among files', code: 'FROM alpine:3.22\nADD vendor.tgz README.md /app/\n' },
  ],
  invalid: [
    {
      code: 'FROM alpine:3.22\nADD . /app\n',
      findings: [{ message: 'base', at: 'ADD' }],
      output: 'FROM alpine:3.22\nCOPY . /app\n',
    },
    {
      code: 'FROM alpine:3.22\nADD --chown=1000:1000 \\\n    package*.json \\\n    # the lock file too\n    yarn.lock \\\n    ./\n',
      findings: [{ message: 'base', at: 'ADD' }],
      output:
        'FROM alpine:3.22\nCOPY --chown=1000:1000 \\\n    package*.json \\\n    # the lock file too\n    yarn.lock \\\n    ./\n',
    },
    {
      name: 'JSON form, lower case, and a trigger',
      code: 'FROM alpine:3.22\nadd ["a file", "/app/"]\nONBUILD ADD src /app/src\n',
      findings: [
        { message: 'base', at: 'add' },
        { message: 'base', at: 'ADD', line: 2 },
      ],
      output: 'FROM alpine:3.22\ncopy ["a file", "/app/"]\nONBUILD COPY src /app/src\n',
    },
    {
      name: 'a heredoc, in a builder',
      code: 'FROM alpine:3.22 AS build\nADD <<EOF /etc/motd\nhello\nEOF\nFROM scratch\nCOPY --from=build /etc/motd /\n',
      findings: [{ message: 'base', at: 'ADD' }],
      output:
        'FROM alpine:3.22 AS build\nCOPY <<EOF /etc/motd\nhello\nEOF\nFROM scratch\nCOPY --from=build /etc/motd /\n',
    },
    {
      name: 'a zip and a jar are not unpacked',
      code: 'FROM eclipse-temurin:21\nADD target/*.jar app.zip /app/\n',
      findings: [{ message: 'base', at: 'ADD' }],
      output: 'FROM eclipse-temurin:21\nCOPY target/*.jar app.zip /app/\n',
    },
  ],
});
