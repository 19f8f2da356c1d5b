import { type Session } from '../session';
import { asker } from './ask';
import { type LibraryHandlers, provideCompletion } from './provide-completion';
import { provideFormatting } from './provide-formatting';
import { provideNames } from './provide-names';
import { provideStructure } from './provide-structure';

/**
 * Completion, hover and the like for Dockerfiles. They come from dockerfile-language-service, part by part: its main
 * module would bring a client of Docker Hub and a validator along.
 */
export function provideLanguageFeatures(session: Session): LibraryHandlers {
  const ask = asker(session);
  provideFormatting(session, ask);
  provideNames(session, ask);
  provideStructure(session, ask);
  return provideCompletion(session, ask);
}
