import { catalogImage } from '../../image/catalog/catalog';
import { endOfLifeOf } from '../../image/catalog/release-lines';
import { stageCounterpart } from '../../image/counterpart/for-stage';
import { type Role } from '../../image/counterpart/model';
import { imageFacts, type HardenedImage } from '../../image/facts';
import { pinningOf } from '../../image/pinning';
import { type ImageReference } from '../../image/reference';
import { endedLine, ownLine } from '../../image/support';
import { valueOf } from '../../text/known';
import { systemWords, userWords } from '../images/words';
import { type EndOfLife, type HardenedCounterpart, type ImageStanding } from './model';

/**
 * What is known of an image.
 * @param role that a hardened one would have in its place.
 * @param mirrors prefixes that stand for `dhi.io/`.
 * @param today as `2026-01-31`.
 */
export function standingOf(
  image: ImageReference,
  role: Role,
  mirrors: readonly string[],
  today: string,
): ImageStanding {
  const facts = imageFacts(image, { hardenedImageMirrors: mirrors });
  const { hardened } = facts;
  const variant = hardened && valueOf(hardened.variant);
  const user = userWords(facts);
  const system = systemWords(facts);
  const endOfLife = hardened === undefined ? endOf(image, today) : hardenedEnd(hardened, today);
  const counterpart = hardened === undefined ? counterpartFor(image, role) : undefined;
  return {
    pinning: pinningOf(image),
    hardened: hardened !== undefined,
    ...(variant !== undefined && { variant }),
    ...(user !== undefined && { user }),
    ...(system !== undefined && { system }),
    ...(endOfLife !== undefined && { endOfLife }),
    ...(counterpart !== undefined && { counterpart }),
  };
}

/** The line that has ended, its own or that of its distribution; else the one that will. */
function endOf(image: ImageReference, today: string): EndOfLife | undefined {
  const line = endedLine(image, today) ?? ownLine(image);
  return line && dated(`${line.product.name} ${line.line}`, line.end, today);
}

/** Its maker says for each line how long it is supported. */
function hardenedEnd({ repository, listed }: HardenedImage, today: string): EndOfLife | undefined {
  const image = catalogImage(repository);
  const date = image && listed && endOfLifeOf(image, listed);
  return date === undefined
    ? undefined
    : dated(`${image?.title ?? repository} ${listed?.version ?? ''}`, date, today);
}

function dated(line: string, date: string, today: string): EndOfLife {
  return { line, date, hasEnded: date < today };
}

/** Some have a variant for one role only. */
function counterpartFor(image: ImageReference, role: Role): HardenedCounterpart | undefined {
  const roles: readonly Role[] = role === 'runtime' ? ['runtime', 'build'] : ['build', 'runtime'];
  const answers = roles.map((each) => stageCounterpart(image, each));
  for (const answer of answers)
    if (answer !== undefined && 'tag' in answer) return { reference: answer.reference };
  const [first] = answers;
  if (first === undefined || 'tag' in first) return undefined;
  return { none: first.reason, ...(first.nearest !== undefined && { nearest: first.nearest }) };
}
