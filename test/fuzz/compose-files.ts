import fc from 'fast-check';

/** Lines of services, by their keys, as block lists and maps; `- ` begins an item. */
const pool: Readonly<Record<string, readonly (readonly string[])[]>> = {
  image: [
    ['nginx:1.29'],
    ['redis'],
    ['postgres:9.6 # old'],
    ['"traefik:latest"'],
    ['dhi.io/redis:8'],
    ['app:1'],
  ],
  privileged: [['true']],
  network_mode: [['host']],
  pid: [['host'], ['"host" # why']],
  uts: [["'host'"]],
  user: [['root'], ['"0:0"']],
  read_only: [['false']],
  restart: [['always']],
  mem_limit: [['1g']],
  command: [['["run", "--db", "redis://:hunter2@cache"]'], ['run it']],
  tmpfs: [['/tmp:exec'], ['', '- /run', '- "/tmp:exec,size=1m"']],
  cap_add: [['', '- SYS_ADMIN'], ['', '- NET_ADMIN # vpn', '- CHOWN'], ['[ALL, CHOWN]']],
  cap_drop: [['', '- CHOWN'], ['[]'], ["['KILL']"]],
  security_opt: [
    ['', '- no-new-privileges:false'],
    ['["seccomp:unconfined", apparmor:x]'],
    ['', '- label:disable'],
  ],
  ports: [['', '- "5432:5432"', '- 127.0.0.1:80:80'], ['["8080:80"]'], ['', '- 2222:22']],
  volumes: [
    ['', '- /var/run/docker.sock:/var/run/docker.sock', '- data:/data'],
    ['["/etc:/host:rw", data:/d]'],
    ['', '- type: bind', '  source: /root', '  target: /r'],
  ],
  environment: [
    ['', 'A: b', 'DB_PASSWORD: hunter2 # local'],
    ['', '- DATABASE_URL=postgres://u:hunter2@db/x', '- X=y'],
    ['{TOKEN: "hunter2", URL: "amqp://guest:guest@mq"}'],
  ],
  logging: [['', 'driver: none'], ['{driver: none}']],
};

interface Written {
  readonly key: string;
  readonly lines: readonly string[];
}

const entry: fc.Arbitrary<Written> = fc.constantFrom(
  ...Object.entries(pool).flatMap(([key, all]) => all.map((lines) => ({ key, lines }))),
);

const entries = fc.uniqueArray(entry, { selector: ({ key }) => key, maxLength: 6 });

/** A file of a few services in one of many styles, some of which merge an anchor or stand for it. */
export const composeFiles: fc.Arbitrary<string> = fc
  .record({
    indent: fc.constantFrom(2, 4),
    dash: fc.constantFrom(0, 2),
    version: fc.boolean(),
    blank: fc.boolean(),
    anchor: entries,
    services: fc.array(
      fc.record({
        how: fc.constantFrom('own', 'merge', 'alias', 'extends', 'flow'),
        own: entries,
        comment: fc.constantFrom('', ' # ours'),
      }),
      { minLength: 1, maxLength: 3 },
    ),
  })
  .map(({ indent, dash, version, blank, anchor, services }) => {
    const step = ' '.repeat(indent);
    const lines: string[] = version ? ['version: "3"'] : [];
    const base: readonly Written[] = [{ key: 'tty', lines: ['true'] }, ...anchor];
    lines.push('x-base: &base', ...base.flatMap((each) => written(each, step, dash, step)), 'services:');
    services.forEach(({ how, own, comment }, index) => {
      const name = `s${index}`;
      const inner = step + step;
      const block = own.flatMap((each) => written(each, inner, dash, step));
      if (how === 'alias') lines.push(`${step}${name}: *base${comment}`);
      else if (how === 'flow')
        lines.push(`${step}${name}: {image: app:1, user: root, cap_add: [ALL]}${comment}`);
      else {
        lines.push(`${step}${name}:${comment}`, `${inner}init: true`);
        if (how === 'merge') lines.push(`${inner}<<: *base`);
        if (how === 'extends' && index > 0) lines.push(`${inner}extends: s0`);
        lines.push(...block);
      }
      if (blank) lines.push('', `${step}# next`);
    });
    lines.push('volumes:', `${step}data:`);
    return `${lines.join('\n')}\n`;
  });

function written({ key, lines }: Written, indent: string, dash: number, step: string): string[] {
  const [first = '', ...others] = lines;
  const deeper = others[0]?.startsWith('- ') === true ? ' '.repeat(dash) : step;
  return [
    `${indent}${key}:${first === '' ? '' : ` ${first}`}`,
    ...others.map((line) => indent + deeper + line),
  ];
}
