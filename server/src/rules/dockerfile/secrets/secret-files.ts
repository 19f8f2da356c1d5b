/** What files of these exact names hold. */
const byName: Readonly<Record<string, string>> = {
  '.env': 'settings with secrets',
  '.env.local': 'settings with secrets',
  '.netrc': 'passwords of servers',
  _netrc: 'passwords of servers',
  '.npmrc': 'registry tokens',
  '.pypirc': 'passwords of package indexes',
  '.git-credentials': 'passwords of Git servers',
  '.pgpass': 'database passwords',
  '.dockercfg': 'registry passwords',
  '.vault-token': 'a Vault token',
  '.s3cfg': 'AWS keys',
  '.boto': 'cloud keys',
  kubeconfig: 'keys of a cluster',
  id_rsa: 'a private SSH key',
  id_dsa: 'a private SSH key',
  id_ecdsa: 'a private SSH key',
  id_ed25519: 'a private SSH key',
  id_ecdsa_sk: 'a private SSH key',
  id_ed25519_sk: 'a private SSH key',
  'application_default_credentials.json': 'Google Cloud keys',
  'credentials.tfrc.json': 'Terraform tokens',
  'master.key': 'the key of encrypted credentials',
};

/** What files hold by their paths. Few paths have one of the endings, in lower case, and only those are held against a pattern. */
const byPath: readonly (readonly [ending: string, RegExp, string])[] = [
  ['.local', /(?:^|\/)\.env\.[\w.-]+\.local$/, 'settings with secrets'],
  ['aws/credentials', /(?:^|\/)\.?aws\/credentials$/, 'AWS keys'],
  ['.kube/config', /(?:^|\/)\.kube\/config$/, 'keys of a cluster'],
  ['.docker/config.json', /(?:^|\/)\.docker\/config\.json$/, 'registry passwords'],
  ['.cargo/credentials', /(?:^|\/)\.cargo\/credentials$/, 'registry tokens'],
  ['.cargo/credentials.toml', /(?:^|\/)\.cargo\/credentials\.toml$/, 'registry tokens'],
  ['.gem/credentials', /(?:^|\/)\.gem\/credentials$/, 'registry tokens'],
  ['.json', /(?:^|\/)(?:[\w.-]*[-_.])?service[-_]?account(?:[-_.][\w-]+)*\.json$/i, 'Google Cloud keys'],
];

/** Folders that hold secrets, copied as a whole. */
const byFolder: Readonly<Record<string, string>> = {
  '.ssh': 'SSH keys',
  '.aws': 'AWS keys',
  '.gnupg': 'private keys',
  '.kube': 'keys of a cluster',
};

/** Words of the names of certificates and public keys, which are no secrets. */
const publicWords =
  /(?:^|[-_.\d])(?:ca|cacerts?|rootca|certs?|certificates?|crt|chain|fullchain|bundle|root|intermediate|issuer|public|pub|pubkey|dhparams?|dh|trust\w*|combined|signing|gpg|release|archive|keyring)(?=$|[-_.\d])/i;

/** Words that name a private key though the other words name a certificate: `ca-key.pem`. */
const privateWords = /(?:^|[-_.\d])(?:key|private|priv|privkey|secret)(?=[-_.\d])/i;

/**
 * What the file of this path (as a rule) holds that must not be in an image; absent where its name says nothing.
 * @param text its content, where that is known: the names of keys and of `.npmrc` do not say whether they are secret.
 */
export function secretFile(path: string, text?: string): string | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const known = Object.hasOwn(byName, name) ? byName[name] : undefined;
  if (name === '.npmrc' && text !== undefined && !hasRegistryToken(text)) return undefined;
  if (known !== undefined) return known;
  const lower = path.toLowerCase();
  if (lower.endsWith('.pem') || lower.endsWith('.key'))
    return isPrivateKey(name, text) ? 'a private key' : undefined;
  return byPath.find(([ending, pattern]) => lower.endsWith(ending) && pattern.test(path))?.[2];
}

/** What a folder of this name holds that must not be in an image. */
export function secretFolder(path: string): string | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return Object.hasOwn(byFolder, name) ? byFolder[name] : undefined;
}

/** A token that is written out; `${NPM_TOKEN}` is filled in by npm from its environment. */
function hasRegistryToken(text: string): boolean {
  return /^[^#;\n]*_(?:auth|authToken|password)\s*=\s*(?!\$\{)\S/m.test(text);
}

function isPrivateKey(name: string, text: string | undefined): boolean {
  if (text !== undefined) return text.includes('PRIVATE KEY-----');
  if (/\.pem$/i.test(name)) return privateWords.test(name) ? !/pub/i.test(name) : !publicWords.test(name);
  return /(?:^|[-_.])(?:private|server|client|tls|ssl|https?|host|ca|root|priv\w*)(?=[-_.])/i.test(name);
}
