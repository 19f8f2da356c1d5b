import { imageFacts, type ImageFacts } from '../image/facts';
import { NOTHING_KNOWN } from '../image/nothing-known';
import { parseReference, type ImageReference } from '../image/reference';
import { ABSENT, known, valueOf, type Known } from '../text/known';
import { type Span } from '../text/span';
import { lazy } from './lazy';
import { type Base, type DockerfileOptions, type FromInstruction } from './model';
import { type StageNode } from './stage';
import { isWindowsImage } from './windows';

const SCRATCH: ImageFacts = {
  ...NOTHING_KNOWN,
  user: known('root'),
  isRoot: known(true),
  users: known([]),
  shell: ABSENT,
  packageManager: known('none'),
  libc: known('none'),
  workdir: known('/'),
  uid: known(0),
  entrypoint: ABSENT,
  command: ABSENT,
  ports: known([]),
  source: 'scratch is empty',
};

const UNKNOWN_BASE: ImageFacts = {
  ...NOTHING_KNOWN,
  source: 'the image is not known',
};

/** What a FROM stands on, once its variables are resolved and its stage is looked up. */
export class BaseNode implements Base {
  readonly text: string;
  readonly span: Span;
  readonly isScratch: boolean;
  readonly image: ImageReference | undefined;
  /** That of the lowest stage of the chain. */
  readonly root: BaseNode;
  readonly #facts = lazy(() => this.#lookUp());

  /** @param stage the earlier stage that it names. */
  constructor(
    from: FromInstruction,
    readonly resolved: Known<string>,
    readonly stage: StageNode | undefined,
    private readonly options: DockerfileOptions,
  ) {
    this.text = from.image?.text ?? '';
    this.span = from.image?.span ?? { start: from.keywordSpan.end, end: from.keywordSpan.end };
    this.root = stage?.base.root ?? this;
    const name = stage === undefined ? valueOf(resolved) : undefined;
    this.isScratch = name === 'scratch';
    if (name === undefined || this.isScratch) return;
    const parsed = parseReference(name);
    if ('reference' in parsed) this.image = parsed.reference;
  }

  get facts(): ImageFacts {
    return this.root.#facts();
  }

  get isWindows(): boolean {
    return this.root.image !== undefined && isWindowsImage(this.root.image);
  }

  #lookUp(): ImageFacts {
    if (this.isScratch) return SCRATCH;
    if (this.image === undefined) return UNKNOWN_BASE;
    return imageFacts(this.image, this.options);
  }
}
