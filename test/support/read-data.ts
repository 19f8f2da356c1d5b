/** Loaded before any test: the data files as they are in the repository. */
import { fileURLToPath } from 'node:url';
import { dataFolder } from '../../server/src/data-folder';
import { readDataWith } from '../../server/src/image/catalog/data-file';

readDataWith(dataFolder(fileURLToPath(new URL('../../server/data', import.meta.url))));
