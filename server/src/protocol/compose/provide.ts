import { type LanguageHandlers } from '../dispatch';
import { type Session } from '../session';
import { composeAsker } from './ask';
import { provideCompletion } from './provide-completion';
import { provideNames } from './provide-names';
import { provideStructure } from './provide-structure';

/** Completion, hover, names, outline, folds and links for Compose files. Formatting is left to extensions for YAML. */
export function composeFeatures(session: Session): LanguageHandlers {
  const ask = composeAsker(session);
  return {
    ...provideCompletion(session, ask),
    ...provideNames(session, ask),
    ...provideStructure(session, ask),
  };
}
