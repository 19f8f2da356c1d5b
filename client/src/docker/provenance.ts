import { type Step } from './command-line';
import { quote } from './quote';

/** The publisher's image of uv, which its own workflow signs. */
export const uvImages = 'ghcr.io/astral-sh/uv';

/**
 * Verifies with GitHub's client that uv's own workflow built an image.
 * @see https://docs.astral.sh/uv/guides/integration/docker/#verifying-image-provenance
 */
export function verifyWithGh(image: string): readonly string[] {
  return ['gh', 'attestation', 'verify', '--repo', 'astral-sh/uv', `oci://${image}`];
}

/**
 * Verifies the same attestation with cosign, which needs gh, docker buildx and jq as well. For sh and its like alone: the
 * bundle is named after a digest that only the registry knows.
 */
export function verifyWithCosign(image: string): readonly Step[] {
  const word = quote(image, 'posix');
  if (word === undefined) return [];
  return [
    { words: ['gh', 'attestation', 'download', '--repo', 'astral-sh/uv', `oci://${image}`] },
    { posix: `docker buildx imagetools inspect ${word} --format '{{json .Manifest}}' > manifest.json` },
    { posix: "jq -j 'del(.digest, .size)' manifest.json > manifest.blob" },
    {
      posix: [
        'cosign verify-blob-attestation --new-bundle-format',
        '--bundle "$(jq -r .digest manifest.json).jsonl"',
        '--certificate-oidc-issuer=https://token.actions.githubusercontent.com',
        "--certificate-identity-regexp='^https://github\\.com/astral-sh/uv/'",
        'manifest.blob',
      ].join(' '),
    },
  ];
}
