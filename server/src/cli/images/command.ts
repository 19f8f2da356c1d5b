import { resolve } from 'node:path';
import { version } from '../../../../package.json';
import { inventoryOf } from '../../service/inventory/inventory';
import { printable } from '../../text/printable';
import { exitCodes } from '../exit-codes';
import { type Failed } from '../find-files';
import { type ImagesOptions } from '../images-options';
import { isColoured, styleFor } from '../style';
import { type Terminal } from '../terminal';
import { readImages } from './read';

/** `bulwark images`. What cannot be read is named on standard error, and the rest goes on. */
export async function imagesCommand(
  { paths, format, output }: ImagesOptions,
  terminal: Terminal,
): Promise<number> {
  const { cwd, stdout, stderr, env } = terminal;
  let failures = 0;
  const failed: Failed = (path, fault) => {
    failures++;
    stderr.write(`bulwark: ${printable(`${path} ${fault}`)}\n`);
  };
  const inventory = inventoryOf(await readImages(paths, cwd, failed));
  const { imageReports, writeReport } = await import('../on-demand');
  const style = styleFor(output === undefined && isColoured(terminal, stdout));
  const text = await imageReports[format](inventory, { cwd, version, style, env });
  if (output === undefined) stdout.write(text);
  else {
    const unwritten = await writeReport(resolve(cwd, output), text);
    if (unwritten !== undefined) failed(output, unwritten.fault);
  }
  return failures > 0 ? exitCodes.error : exitCodes.clean;
}
