import { originalRepository } from '../../../image/bases';
import { changesInTitle } from '../../../image/counterpart/describe';
import { switchImages, type ImageSwitch } from '../../../dockerfile/image-switch/switch-images';
import { type ImageChange } from '../../../image/image-change';
import { type Fix } from '../../rule';
import { allImageUses } from '../images/image-uses';
import { mustBeSplit, type Looked, type Replaceable } from './replaceable';
import { holdsAfter } from './trial';

/** A file is read once more for each offer: all together so many lines at most. */
const mostLines = 600;

/**
 * Offers to put hardened images in the place of others: of one, with all places that name the same image, and of all.
 * Only what still builds and starts afterwards is offered; a stage that has to be split first is none of it.
 */
export class HardenedOffers {
  readonly #byRepository = new Map<string, Fix | undefined>();
  #lines = 0;
  #all: Fix | undefined | null = null;

  constructor(
    private readonly context: Looked,
    private readonly images: readonly Replaceable[],
  ) {}

  for(image: Replaceable): readonly (Fix | undefined)[] {
    const { repository } = image;
    const own = this.images.filter((each) => each.repository === repository);
    if (!this.#byRepository.has(repository)) this.#byRepository.set(repository, this.#offer(own));
    const fix = this.#byRepository.get(repository);
    const single = fix && { ...fix, title: titleFor(image, own) };
    return own.length === this.images.length ? [single] : [single, this.#forAll()];
  }

  #forAll(): Fix | undefined {
    if (this.#all === null) {
      const fix = this.#offer(this.images);
      const changes = distinct(this.images.flatMap(({ counterpart }) => counterpart.changes));
      const title = `Change all ${this.images.length} images to hardened ones${changesInTitle(changes)}`;
      this.#all = fix && { ...fix, title };
    }
    return this.#all;
  }

  #offer(images: readonly Replaceable[]): Fix | undefined {
    const { dockerfile, source } = this.context;
    if (images.some(mustBeSplit) || (this.#lines += source.lineCount) > mostLines) return undefined;
    const switches = this.#switches(images);
    const edits = switches && switchImages(dockerfile, switches);
    if (edits === undefined || edits.length === 0 || !holdsAfter(this.context, edits)) return undefined;
    return { title: '', edits, confirm: confirmFor(images) };
  }

  /** The bases, and where files are copied from one of these images by its name. */
  #switches(images: readonly Replaceable[]): readonly ImageSwitch[] | undefined {
    const { dockerfile, context } = this.context;
    const bases = new Map(images.map((each) => [each.use.span.start, each]));
    const switches: ImageSwitch[] = [];
    for (const { image, span } of allImageUses(dockerfile, context.namedContexts)) {
      const base =
        bases.get(span.start) ??
        images.find(
          (each) =>
            each.repository === originalRepository(image.repository) && each.use.image.tag === image.tag,
        );
      if (base === undefined) continue;
      if (image.digest !== undefined) return undefined;
      switches.push({ span, from: image.text, to: base.counterpart.reference });
    }
    return switches;
  }
}

function titleFor({ counterpart }: Replaceable, own: readonly Replaceable[]): string {
  const places = own.length === 1 ? '' : `, in ${own.length} places`;
  return `Change to ${counterpart.reference}${changesInTitle(counterpart.changes)}${places}`;
}

function confirmFor(images: readonly Replaceable[]): string {
  const shipped = images.filter(({ ships }) => ships);
  const [first] = shipped;
  if (first === undefined)
    return 'Commands may find other versions of packages, and programs in other folders.';
  const { account, packageManager, shells } = first.counterpart.listed.facts;
  const lacks = [shells.length === 0 && 'shell', packageManager === 'none' && 'package manager'].filter(
    (each) => each !== false,
  );
  const without = lacks.length === 0 ? '' : ` and has no ${lacks.join(' and no ')}`;
  return `What ships runs as ${account.user} (${account.uid})${without}: look at the volumes that it writes, and at what calls its programs.`;
}

function distinct(changes: readonly ImageChange[]): readonly ImageChange[] {
  return [...new Map(changes.map((change) => [JSON.stringify(change), change])).values()];
}
