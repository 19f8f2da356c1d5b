// node scripts/pack.mjs OPTIONS: packs an extension, by options of vsce's createVSIX as JSON.
import { createVSIX } from '@vscode/vsce';
import { main } from './main.mjs';

await main(() => createVSIX(JSON.parse(process.argv[2])));
