import { type Language, type Shipment } from './language';
import { withOwnEntrypoint } from './own-entrypoint';
import { readPip } from './python/pip';
import { readUv } from './python/uv';
import { pythonOfUvImage } from './python/uv-source';
import { syncsFor } from './python/uv-sync';

/** Python, with uv or with pip. */
export const python: Language = {
  id: 'python',
  name: 'Python',
  read(shipment) {
    const pair = pythonOfUvImage(shipment.image);
    const runtime = pair?.runtime ?? shipment.runtime;
    if (runtime?.repository !== 'python') return undefined;
    const images = pair === undefined ? {} : { runtime: pair.runtime, build: pair.build };
    const unsynced = startsByUv(shipment);
    if (unsynced !== undefined) return { refuse: unsynced };
    const reading = readUv(shipment, runtime) ?? readPip(shipment, runtime);
    const start = withOwnEntrypoint(shipment);
    return {
      ...images,
      checks: (url) => ['python', '-c', `import urllib.request; urllib.request.urlopen('${url}')`],
      ignore: ['.venv', 'venv', '__pycache__', '*.pyc', '.pytest_cache', '.mypy_cache', '.ruff_cache'],
      ...(start !== undefined && { startAs: () => start }),
      ...reading,
    };
  },
};

/** uv installs at the start what no build has installed, which needs uv, a network and a folder to write to. */
function startsByUv(shipment: Shipment): string | undefined {
  const [program = '', ...others] = shipment.start?.words ?? [];
  return program === 'uv' && syncsFor(shipment).length === 0
    ? `The container starts \`uv ${others.join(' ')}\`, and nothing in the build installs what that needs: uv would do it at each start, and is not in what ships. Add \`RUN uv sync --locked\`; then this file can be migrated.`
    : undefined;
}
