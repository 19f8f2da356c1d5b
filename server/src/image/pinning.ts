import { type ImageReference } from './reference';

/** What of a reference holds it to one image: a digest for ever, a tag for as long as nobody moves it. */
export type Pinning = 'digest' | 'tag' | 'floating' | 'none';

/** First words of tags that promise no version: they are moved with each release. */
const floatingWords = new Set([
  'latest',
  'stable',
  'edge',
  'nightly',
  'canary',
  'rolling',
  'main',
  'master',
  'head',
]);

export function pinningOf({ tag, digest }: ImageReference): Pinning {
  if (digest !== undefined) return 'digest';
  if (tag === undefined) return 'none';
  const end = tag.indexOf('-');
  return floatingWords.has(end < 0 ? tag : tag.slice(0, end)) ? 'floating' : 'tag';
}
