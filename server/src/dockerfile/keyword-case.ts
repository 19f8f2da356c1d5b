import { type Dockerfile } from './model';
import { factOf } from './model-map';

/** Writes a keyword as most instructions of the file are written: `run` where they are small. */
export const keywordCase = factOf(({ instructions }: Dockerfile): ((keyword: string) => string) => {
  let [small, large] = [0, 0];
  for (const { keyword, keywordText } of instructions) {
    if (keyword === 'UNKNOWN') continue;
    if (keywordText === keyword) large++;
    if (keywordText === keywordText.toLowerCase()) small++;
  }
  return small > large ? (keyword) => keyword.toLowerCase() : (keyword) => keyword.toUpperCase();
});

/** An instruction that a fix writes, given with its keyword in capitals, as the file would have it. */
export function inKeywordCase(dockerfile: Dockerfile, text: string): string {
  return text.replace(/^[A-Z]+(?=\s)/, keywordCase(dockerfile));
}
