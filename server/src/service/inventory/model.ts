import { type NoCounterpartReason } from '../../image/counterpart/model';
import { type Variant } from '../../image/facts';
import { type Pinning } from '../../image/pinning';
import { type ImageReference } from '../../image/reference';
import { type Range } from '../../text/source';
import { type Span } from '../../text/span';

/** What brings an image in. */
export type UseKind =
  /** FROM of a Dockerfile. */
  | 'from'
  /** COPY --from. */
  | 'copy'
  /** RUN --mount=from. */
  | 'mount'
  /** `image` of a service. */
  | 'service'
  /** `docker-image://` among the additional contexts of a build. */
  | 'context'
  /** A volume of type image. */
  | 'volume';

/** Whether the image is below what a container runs, or only helps to build it. */
export type UseRole = 'ships' | 'builds';

/** A place that names an image. */
export interface ImagePlace {
  readonly kind: UseKind;
  readonly role: UseRole;
  /** Name of the stage or of the service that it belongs to; absent for a stage without a name. */
  readonly owner?: string;
  /** As written, variables as they are. */
  readonly written: string;
  /** Of what is written, in offsets of the document. */
  readonly span: Span;
  /** With its variables resolved; else why there is none. */
  readonly image: ImageReference | 'unresolved' | 'invalid';
}

/** The images of one model. */
export interface PlacesAndResults {
  readonly places: readonly ImagePlace[];
  /** Names that services give to what they build: no registry is asked for them. */
  readonly built: readonly ImageReference[];
}

/** What is known of an image. What is not known is absent. */
export interface ImageStanding {
  readonly pinning: Pinning;
  /** Whether it is a Docker Hardened Image or a mirror of one. */
  readonly hardened: boolean;
  readonly variant?: Variant;
  /** The user that it is configured to run as, with its number: `nonroot 65532`. */
  readonly user?: string;
  /** Distribution with its release: `Debian 13`. */
  readonly system?: string;
  readonly endOfLife?: EndOfLife;
  readonly counterpart?: HardenedCounterpart;
}

export interface EndOfLife {
  /** What ends: `Python 3.12`. */
  readonly line: string;
  /** Last day with security fixes, as `2028-10-31`. */
  readonly date: string;
  readonly hasEnded: boolean;
}

/** The hardened image that can take its place, or why there is certainly none. */
export type HardenedCounterpart =
  { readonly reference: string } | { readonly none: NoCounterpartReason; readonly nearest?: string };

/** One use of an image in a file. */
export interface ImageUse extends Omit<ImagePlace, 'image' | 'span'> {
  readonly range: Range;
  /** The reference with its variables resolved; absent where they are not, or where it is not valid. */
  readonly reference?: string;
  /** With registry and `library/` written out, without tag and digest: `docker.io/library/python`. */
  readonly repository?: string;
  readonly tag?: string;
  readonly digest?: string;
  /** True for what no reference can look like, whatever its variables hold. */
  readonly isInvalid: boolean;
  /** Absent where it is not known which image that is. */
  readonly standing?: ImageStanding;
}

/** What one file uses. */
export interface FileImages {
  readonly uri: string;
  /** In the order of the text. */
  readonly uses: readonly ImageUse[];
  /** Repository and tag of what its services build. */
  readonly built: readonly string[];
}

/** What all files use. */
export interface Inventory {
  /** Files that use an image, in the order that they were given in, what one of them builds left out. */
  readonly files: readonly FileImages[];
  readonly counts: InventoryCounts;
}

export interface InventoryCounts {
  readonly uses: number;
  /** Different references. */
  readonly images: number;
  readonly hardened: number;
  readonly notHardened: number;
  /** Texts of which it is not known what image they name. */
  readonly unknown: number;
}
