import { HintedPattern } from './hinted-pattern';

/** A stretch of text that has the form of a secret. Offsets count in the text that was searched. */
export interface SecretValue {
  /** What it is, as a message names it: `an AWS access key`. */
  readonly kind: string;
  readonly start: number;
  readonly end: number;
  /** True for what documentation and templates use in a secret's place: `AKIAIOSFODNN7EXAMPLE`, `ghp_xxxx…`. */
  readonly example: boolean;
}

/**
 * One form. Group 1, where there is one, is the secret part. A look-behind keeps every pattern from starting inside a longer
 * word, and every repetition is bounded, so that the search stays linear.
 */
interface Form {
  readonly kind: string;
  readonly pattern: HintedPattern;
  /** Bits of Shannon entropy a character below which the random part is taken for an example; 0 asks for none. */
  readonly entropy: number;
}

const start = '(?<![A-Za-z0-9_-])';
const end = '(?![A-Za-z0-9_-])';

function form(kind: string, hints: readonly string[], body: string, entropy = 3): Form {
  return { kind, pattern: new HintedPattern(new RegExp(start + body + end, 'g'), ...hints), entropy };
}

const forms: readonly Form[] = [
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids
  form('an AWS access key', ['AKIA'], 'AKIA([A-Z2-7]{16})'),
  form('a temporary AWS access key', ['ASIA'], 'ASIA([A-Z2-7]{16})'),
  // https://github.blog/engineering/platform-security/behind-githubs-new-authentication-token-formats/
  form('a GitHub token', ['ghp_', 'gho_', 'ghu_', 'ghs_', 'ghr_'], 'gh[pousr]_([A-Za-z0-9]{36,251})'),
  form('a GitHub token', ['github_pat_'], 'github_pat_([A-Za-z0-9_]{59,251})'),
  // https://docs.gitlab.com/security/tokens/#token-prefixes
  form(
    'a GitLab token',
    ['glpat-', 'gldt-', 'glrt-', 'glptt-', 'gloas-'],
    'gl(?:pat|dt|rt|ptt|oas)-([A-Za-z0-9_-]{20,100})',
  ),
  // https://docs.slack.dev/authentication/tokens
  form('a Slack token', ['xox'], 'xox[abeoprs]-([A-Za-z0-9-]{20,250})', 2.5),
  // https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks
  form(
    'a Slack webhook',
    ['hooks.slack.com/'],
    'hooks\\.slack\\.com/(?:services|workflows)/[A-Z0-9]{6,14}/[A-Z0-9]{6,14}/([A-Za-z0-9]{20,40})',
  ),
  // https://docs.stripe.com/keys
  form('a Stripe live key', ['_live_'], '[sr]k_live_([A-Za-z0-9]{16,247})'),
  // https://docs.cloud.google.com/docs/authentication/api-keys
  form('a Google API key', ['AIza'], 'AIza([A-Za-z0-9_-]{35})'),
  // https://github.blog/changelog/2021-09-23-npm-has-a-new-access-token-format/
  form('an npm token', ['npm_'], 'npm_([A-Za-z0-9]{36})'),
  // https://pypi.org/help/#apitoken
  form('a PyPI token', ['pypi-'], 'pypi-(AgE[A-Za-z0-9_-]{50,1000})'),
  // https://docs.docker.com/security/access-tokens/
  form('a Docker access token', ['dckr_'], 'dckr_(?:pat|oat)_([A-Za-z0-9_-]{27,64})'),
  // https://www.rfc-editor.org/rfc/rfc7519#section-3
  form(
    'a JSON Web Token',
    ['eyJ'],
    'eyJ[A-Za-z0-9_-]{8,2000}\\.eyJ[A-Za-z0-9_-]{8,8000}\\.([A-Za-z0-9_-]{16,1000})',
  ),
  {
    kind: 'a private key',
    // https://www.rfc-editor.org/rfc/rfc7468#section-10
    // The header alone stands in programs that look for keys.
    pattern: new HintedPattern(
      /-----BEGIN (?:[A-Z]{2,10} ){0,2}PRIVATE KEY(?: BLOCK)?-----(?=[\\nr\s"']{0,12}(?:[A-Za-z0-9+/]{16}|Proc-Type|Version))/g,
      'PRIVATE KEY',
    ),
    entropy: 0,
  },
  {
    kind: 'a Google service account key',
    pattern: new HintedPattern(
      /\\?"private_key_id\\?"\s{0,9}:\s{0,9}\\?"([0-9a-f]{40})\\?"/g,
      'private_key_id',
    ),
    entropy: 2.5,
  },
  {
    kind: 'a password in a URL',
    // https://www.rfc-editor.org/rfc/rfc3986#section-3.2.1
    pattern: new HintedPattern(
      /(?<![A-Za-z0-9+.-])[A-Za-z][A-Za-z0-9+.-]{1,30}:\/\/[^\s/:@'"`$<>{}[\]]{0,100}:([^\s/@'"`$<>{}[\]]{1,200})@[A-Za-z0-9[$]/g,
      '@',
    ),
    entropy: 0,
  },
];

/** In lower case: a text that has none of them, in any case, has no secret of a known form. */
export const secretHints: readonly string[] = forms.flatMap(({ pattern }) =>
  pattern.hints.map((hint) => hint.toLowerCase()),
);

/** Secrets of known forms in a text, in order of their place. Linear in the text's length. */
export function findSecretValues(text: string): SecretValue[] {
  const found: SecretValue[] = [];
  for (const { kind, pattern, entropy } of forms)
    for (const match of pattern.matchAll(text)) {
      const secret = match[1] ?? match[0];
      const inUrl = kind === 'a password in a URL';
      const startsAt = inUrl ? match.index + match[0].lastIndexOf(`:${secret}@`) + 1 : match.index;
      found.push({
        kind,
        start: startsAt,
        end: inUrl ? startsAt + secret.length : match.index + match[0].length,
        example: inUrl ? isSampleWord(secret) : isExample(secret, entropy),
      });
    }
  return found.sort((a, b) => a.start - b.start);
}

/** Information in a text, in bits a character, by the frequency of its characters (Shannon). */
export function entropyOf(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / text.length) * Math.log2(count / text.length);
  return bits;
}

function isExample(secret: string, entropy: number): boolean {
  return (
    /example|sample|dummy|fake|placeholder|redacted|your|x{6,}|123456789|abcdefgh/i.test(secret) ||
    (entropy > 0 && entropyOf(secret) < entropy)
  );
}

/** A word of documentation, or one that is filled in later: `%s` of printf, `%TOKEN%`, `__TOKEN__`. */
function isSampleWord(password: string): boolean {
  if (/^(?:%[sv]|%\w+%|__\w+__|@\w+@)$/.test(password)) return true;
  return /^(?:pass|password|passwd|pwd|pw|secret|token|changeme|example|your[-_ ]?\w*|x{2,}|\*{2,}|\.{3})$/i.test(
    password,
  );
}
