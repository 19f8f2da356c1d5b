import { type Language } from './language';
import { readPip } from './python/pip';
import { readUv } from './python/uv';
import { pythonOfUvImage } from './python/uv-source';

/** Python, with uv or with pip. */
export const python: Language = {
  id: 'python',
  name: 'Python',
  read(shipment) {
    const pair = pythonOfUvImage(shipment.image);
    const runtime = pair?.runtime ?? shipment.runtime;
    if (runtime?.repository !== 'python') return undefined;
    const images = pair === undefined ? {} : { runtime: pair.runtime, build: pair.build };
    const reading = readUv(shipment, runtime) ?? readPip(shipment, runtime);
    return {
      ...images,
      checks: (url) => ['python', '-c', `import urllib.request; urllib.request.urlopen('${url}')`],
      ignore: ['.venv', 'venv', '__pycache__', '*.pyc', '.pytest_cache', '.mypy_cache', '.ruff_cache'],
      ...reading,
    };
  },
};
