import { type Reason } from '../../plan';

export const locked: Reason = {
  title: 'Take the versions of `uv.lock` (`--locked`)',
  why: 'The build stops where the lock file no longer fits `pyproject.toml`, and never takes other versions by itself.',
};
export const nonEditable: Reason = {
  title: 'Install the project itself (`--no-editable`)',
  why: 'The environment then holds the project and not a pointer to its sources, so that it alone is copied on.',
};
export const cached: Reason = {
  title: 'Keep what was downloaded for the next build',
  why: 'A cache mount is in no layer, and saves the download.',
};
export const compiled: Reason = {
  title: 'Compile to bytecode, copy from the cache, use the Python of the image',
  why: 'Containers start faster; links into a cache mount would lead nowhere; and a Python that uv downloads by itself would not be in what ships.',
};
export const ownPython: Reason = {
  title: 'Use the Python of the image (`UV_PYTHON_DOWNLOADS=0`)',
  why: 'A Python that uv downloads by itself would not be in what ships.',
};

export const frozen: Reason = {
  title: 'Take the versions of `uv.lock` as they are (`--frozen`)',
  why: 'Whether the lock file fits a workspace can be told only when the `pyproject.toml` of every member is there. The later sync checks it.',
};
export const intermediate: Reason = {
  title: 'Install the dependencies in a layer of their own, before the project is copied',
  why: 'They change seldom, sources all the time: a build after a change of a source file then takes them from the cache.',
};
export const bind: Reason = {
  title: 'Bind `uv.lock` and `pyproject.toml` from the build context instead of copying them',
  why: 'The first sync only reads them, and the copy of the project brings them anyway.',
};
