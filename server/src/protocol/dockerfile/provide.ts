import { type LanguageHandlers } from '../dispatch';
import { type Session } from '../session';
import { asker } from './ask';
import { provideCompletion } from './provide-completion';
import { provideFormatting } from './provide-formatting';
import { provideNames } from './provide-names';
import { provideStructure } from './provide-structure';

/** Completion, hover and the like for Dockerfiles, from dockerfile-language-service. */
export function dockerfileFeatures(session: Session): LanguageHandlers {
  const ask = asker(session);
  provideFormatting(session, ask);
  return {
    ...provideCompletion(session, ask),
    ...provideNames(session, ask),
    ...provideStructure(session, ask),
  };
}
