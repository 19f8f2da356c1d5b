import { type Source } from '../text/source';
import { type Compose, type ComposeOptions } from './model';
import { loneFile, loneProject } from './project';
import { readComposeText } from './text';
import { ComposeView } from './view';

/** Parses a Compose file that stands alone. Never throws; what cannot be read is left out, and `errors` says where. */
export function parseCompose(text: string | Source, options: ComposeOptions = {}): Compose {
  const content = readComposeText(text);
  const project = loneProject(loneFile('', content, options.variables));
  return new ComposeView({ uri: '', content, project, hardenedImageMirrors: options.hardenedImageMirrors });
}
