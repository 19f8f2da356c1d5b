import { recently } from './recent';

/** Words that name a secret wherever they stand in a variable's name. */
const secretWords = new Set([
  'password',
  'passwd',
  'passphrase',
  'passcode',
  'secret',
  'token',
  'credential',
  'credentials',
  'apikey',
  'privkey',
]);

/** Endings of one written-together word that name a secret: `PGPASSWORD`, `CLIENTSECRET`, `AUTHTOKEN`. */
const secretEndings = [
  'password',
  'passwd',
  'secret',
  'token',
  'apikey',
  'accesskey',
  'secretkey',
  'privatekey',
];

/** Words that name a secret at the end of a longer name only: `DB_PASS`, `MYSQL_PWD`; `PWD` alone is a directory. */
const secretLastWords = new Set(['pass', 'pwd']);

/** What makes a key a secret one. `PRIMARY_KEY`, `SORT_KEY` and `HOT_KEY` are something else. */
const secretKeyKinds = new Set([
  'api',
  'access',
  'private',
  'encryption',
  'signing',
  'master',
  'account',
  'storage',
  'auth',
  'deploy',
  'license',
  'ssh',
  'app',
  'hmac',
  'jwt',
]);

/** Services whose personal access tokens are abbreviated: `GITHUB_PAT`. */
const patIssuers = new Set(['github', 'gh', 'gitlab', 'azure', 'ado', 'npm', 'docker']);

/** Last words that say that the value is about a secret and not the secret itself. */
const aboutWords = new Set([
  ...['file', 'files', 'path', 'paths', 'dir', 'directory', 'folder', 'mount', 'location'],
  ...[
    'url',
    'uri',
    'endpoint',
    'host',
    'hostname',
    'port',
    'domain',
    'issuer',
    'audience',
    'provider',
    'service',
  ],
  ...[
    'manager',
    'store',
    'backend',
    'engine',
    'name',
    'names',
    'id',
    'ids',
    'arn',
    'ref',
    'alias',
    'version',
  ],
  ...[
    'ttl',
    'expiry',
    'expires',
    'expiration',
    'lifetime',
    'duration',
    'timeout',
    'age',
    'interval',
    'rotation',
  ],
  ...[
    'length',
    'len',
    'size',
    'bits',
    'count',
    'limit',
    'type',
    'kind',
    'format',
    'encoding',
    'mode',
    'scheme',
  ],
  ...[
    'algorithm',
    'alg',
    'algo',
    'hash',
    'hasher',
    'hashers',
    'encoder',
    'generator',
    'validator',
    'validators',
    'policy',
    'policies',
    'strength',
    'prefix',
    'suffix',
    'header',
    'field',
  ],
  ...[
    'enabled',
    'enable',
    'disabled',
    'required',
    'optional',
    'allowed',
    'validation',
    'reset',
    'prompt',
    'cookie',
  ],
]);

/** Words that anywhere in a name say that no secret is meant. */
const innocentWords = new Set([
  'public',
  'pub',
  'publishable',
  'max',
  'min',
  'num',
  'no',
  'without',
  'allow',
]);

/**
 * Whether a variable's name says that its value is a secret. Names are read by whole words (`_`, `-`, `.` and camel case
 * divide them): `API_KEY` and `clientSecret` are, `MONKEY`, `PASSWORD_FILE`, `TOKEN_URL` and `PUBLIC_KEY` are not.
 */
export const secretName = recently((name: string): boolean => {
  const words = wordsOf(name);
  const last = words.at(-1);
  if (last === undefined || aboutWords.has(last) || words.some((word) => innocentWords.has(word)))
    return false;
  return words.some((word, index) => {
    const before = words[index - 1];
    if (secretWords.has(word) || secretEndings.some((ending) => word.endsWith(ending))) return true;
    if (before === undefined) return false;
    if (word === 'key' || word === 'keys') return secretKeyKinds.has(before);
    if (index !== words.length - 1) return false;
    return secretLastWords.has(word) || (word === 'pat' && patIssuers.has(before));
  });
});

/**
 * Whether a value stands where a secret is to be filled in: `changeme`, `<token>`, `xxx`, `your-api-key`.
 * Weak passwords (`postgres`, `admin`) are no placeholders: containers start with them.
 */
export function isPlaceholder(value: string): boolean {
  const text = value.trim().toLowerCase();
  if (/^<[^<>]*>$/.test(text) || /^\[[^[\]]*\]$/.test(text) || /^\{\{.*\}\}$/.test(text)) return true;
  // What a template engine or sed fills in.
  if (/^(?:%\w+%|__\w+__|@\w+@)$/.test(text)) return true;
  if (/^(?:x{3,}|\*{3,}|\.{3,}|-{3,}|_{3,}|\?{2,})$/.test(text)) return true;
  const words = text.replace(/[^a-z0-9]+/g, ' ').trim();
  return (
    /^(?:changeme|changethis|changeit|replaceme|replacethis|fillme|setme|fixme|todo|tbd|placeholder|dummy|example|redacted|none|null|undefined)\b/.test(
      words,
    ) ||
    /^(?:change|replace|fill|set|insert|put|add|enter)(?: in)? (?:me|this|it|your|my|here|the|with)\b/.test(
      words,
    ) ||
    /^(?:your|my) ?[a-z0-9 ]*(?:password|passwd|secret|token|key|credentials?)(?: here| goes here)?$/.test(
      words,
    )
  );
}

/**
 * Whether a value cannot be a secret though its variable's name says so: empty, a switch (`true`, `no`, `1`), or the path
 * of a file that holds it.
 */
export function isNoSecret(value: string): boolean {
  const text = value.trim();
  return (
    text === '' ||
    /^(?:true|false|yes|no|on|off|0|1|enabled|disabled)$/i.test(text) ||
    /^(?:\/|\.{1,2}\/|~\/|[A-Za-z]:\\)[\w.~/\\@-]*\.?\w+$/.test(text)
  );
}

function wordsOf(name: string): string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
}
