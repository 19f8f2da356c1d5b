import { type Span } from '../../text/span';
import { type ImageSite } from './sites';

/** A line of commands above a stage or a service that stands on a hardened image. */
export interface ImageLens {
  /** Where it stands: the FROM's reference, or the service's name. */
  readonly span: Span;
  readonly title: string;
  readonly command: LensCommand;
  readonly subject: LensSubject;
}

export type LensCommand = 'debugWithImageMount' | 'scanWithOpenScap' | 'showImageFacts';

/** What a command is about. */
export interface LensSubject {
  /** The image's reference, variables resolved. */
  readonly image: string;
  /** Offset of the reference in the document. */
  readonly offset: number;
  /** Name of the service; absent for a stage. */
  readonly service?: string;
}

/** Commands for what runs: a builder is neither debugged nor scanned, and its image is not what a container has. */
export function imageLenses(sites: readonly ImageSite[]): readonly ImageLens[] {
  return sites.flatMap(({ image, facts, span, use }) => {
    if (facts.hardened === undefined || use.kind === 'source') return [];
    const isService = use.kind === 'service';
    const subject = {
      image: image.text,
      offset: span.start,
      ...(isService && { service: use.name }),
    };
    const lens = (title: string, command: LensCommand): ImageLens => ({
      span: isService ? use.nameSpan : span,
      title,
      command,
      subject,
    });
    const runs = isService || use.role === 'runtime';
    return [
      ...(runs
        ? [lens('Debug with image mount', 'debugWithImageMount'), lens('STIG scan', 'scanWithOpenScap')]
        : []),
      lens('Facts', 'showImageFacts'),
    ];
  });
}
