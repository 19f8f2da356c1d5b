import { HintedPattern } from '../../../text/hinted-pattern';
import { endingOf } from '../../../workspace/file-names';

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

/** What files of these names hold in folders of these names. */
const byFolderAndName: ReadonlyMap<string, string> = new Map([
  ['.aws/credentials', 'AWS keys'],
  ['aws/credentials', 'AWS keys'],
  ['.kube/config', 'keys of a cluster'],
  ['.docker/config.json', 'registry passwords'],
  ['.cargo/credentials', 'registry tokens'],
  ['.cargo/credentials.toml', 'registry tokens'],
  ['.gem/credentials', 'registry tokens'],
]);

/** What files hold by the form of their names. */
const byForm: readonly (readonly [HintedPattern, string])[] = [
  [new HintedPattern(/^\.env\.[\w.-]+\.local$/, '.env.'), 'settings with secrets'],
  [
    new HintedPattern(/^(?:[\w.-]*[-_.])?service[-_]?account(?:[-_.][\w-]+)*\.json$/i, 'service'),
    'Google Cloud keys',
  ],
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
  const ending = endingOf(name);
  if (ending === 'pem' || ending === 'key')
    return isPrivateKey(name, ending, text) ? 'a private key' : undefined;
  const folderAndName = path.split('/').slice(-2).join('/');
  return byFolderAndName.get(folderAndName) ?? byForm.find(([form]) => form.test(name))?.[1];
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

function isPrivateKey(name: string, ending: 'pem' | 'key', text: string | undefined): boolean {
  if (text !== undefined) return text.includes('PRIVATE KEY-----');
  if (ending === 'pem') return privateWords.test(name) ? !/pub/i.test(name) : !publicWords.test(name);
  return /(?:^|[-_.])(?:private|server|client|tls|ssl|https?|host|ca|root|priv\w*)(?=[-_.])/i.test(name);
}
