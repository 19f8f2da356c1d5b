import { HintedPattern } from '../text/hinted-pattern';

const placeholder = new HintedPattern(/<[A-Za-z][\w .-]{0,63}>/, '<');

/**
 * Whether a text holds a placeholder that a guide or a snippet left to be filled in: `<tag>`, `<your-namespace>`,
 * `<dev-tag>`. No image reference can contain one.
 */
export function isPlaceholder(text: string): boolean {
  return placeholder.test(text);
}
