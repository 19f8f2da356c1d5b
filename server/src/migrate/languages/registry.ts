import { type Language } from './language';
import { python } from './python';

/** Every language that is understood, those first that are sure of their own. */
export const languages: readonly Language[] = [python];
