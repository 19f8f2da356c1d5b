import { readComposeText } from '../../compose/text';
import { viewsOf } from '../../compose/views';
import { parseDockerfile } from '../../dockerfile/parse';
import { type Language } from '../../rules/rule';
import { Source } from '../../text/source';
import { type BuildContext } from '../../workspace/context';
import { type Settings } from '../settings';
import { tooLarge } from '../size-cap';
import { composePlaces } from './compose-places';
import { dockerfilePlaces } from './dockerfile-places';
import { type FileImages, type ImagePlace, type ImageUse, type PlacesAndResults } from './model';
import { nameOfImage } from './names';
import { standingOf } from './standing';

/** One version of a file, with what is known of its surroundings. */
export interface ReadFile {
  readonly uri: string;
  readonly language: Language;
  readonly text: string;
  readonly context: BuildContext;
}

/**
 * The images that a file uses. Nothing of a file that is too large, or that the settings leave out.
 * @param today as `2026-01-31`.
 */
export function fileImages(file: ReadFile, settings: Settings, today: string): FileImages {
  const source = new Source(file.text);
  const { places, built } =
    !settings.enable || tooLarge(source, file.language) !== undefined
      ? { places: [], built: [] }
      : placesIn(file, source, settings);
  const mirrors = settings.hardenedImageMirrors;
  return {
    uri: file.uri,
    uses: [...places]
      .sort((a, b) => a.span.start - b.span.start)
      .map((place) => useOf(place, source, mirrors, today)),
    built: built.map(nameOfImage),
  };
}

function placesIn(
  { language, context }: ReadFile,
  source: Source,
  { hardenedImageMirrors }: Settings,
): PlacesAndResults {
  if (language === 'dockerfile') {
    const { targets, namedContexts } = context;
    const dockerfile = parseDockerfile(source, { shippedTargets: targets, hardenedImageMirrors });
    return { places: dockerfilePlaces(dockerfile, namedContexts), built: [] };
  }
  const seen = context.compose ?? { uri: '', content: readComposeText(source), projects: [] };
  return composePlaces(viewsOf({ ...seen, hardenedImageMirrors }));
}

function useOf(
  { image, span, ...place }: ImagePlace,
  source: Source,
  mirrors: readonly string[],
  today: string,
): ImageUse {
  const use = { ...place, range: source.rangeOf(span), isInvalid: image === 'invalid' };
  if (typeof image !== 'object') return use;
  const { text, repository, tag, digest } = image;
  return {
    ...use,
    reference: text,
    repository,
    ...(tag !== undefined && { tag }),
    ...(digest !== undefined && { digest }),
    standing: standingOf(image, roleOf(place), mirrors, today),
  };
}

/** What is copied from an image is what its runtime variant has. */
function roleOf({ kind, role }: Pick<ImagePlace, 'kind' | 'role'>): 'build' | 'runtime' {
  return kind === 'from' && role === 'builds' ? 'build' : 'runtime';
}
