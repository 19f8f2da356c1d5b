import { c } from './c';
import { dotnet } from './dotnet';
import { go } from './go';
import { java } from './java';
import { type Language } from './language';
import { node } from './node';
import { php } from './php';
import { python } from './python';
import { ready } from './ready';
import { ruby } from './ruby';
import { rust } from './rust';
import { webServer } from './web-server';

/** Every language that is understood, those first that are sure of their own. */
export const languages: readonly Language[] = [
  python,
  node,
  go,
  rust,
  java,
  webServer,
  dotnet,
  php,
  ruby,
  c,
  ready,
];
