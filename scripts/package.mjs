// Makes the .vsix and checks what is in it.
import { basename } from 'node:path';
import { main } from './main.mjs';
import { packExtension } from './vsix.mjs';

await main(async () => {
  const { vsix, files, size } = await packExtension();
  console.log(`${basename(vsix)}: ${files.length} files, ${(size / 1024).toFixed(0)} KB`);
});
