/** What a plain `bulwark lint` does without: a file of its own in dist/, loaded when something of it is first needed. */
export { changedFiles } from './changed-files';
export { openBaseline } from './baseline';
export { FactNotes } from './cache/facts';
export { openCache } from './cache/lint-cache';
export { imageReports } from './images/by-format';
export { lintInLanes } from './lanes/lint-in-lanes';
export { reporters } from './reporters/by-format';
export { watchFolders } from './watch-folders';
export { changedFile, newFile } from './unwritten-file';
export { writeReport } from './write-report';
export { writeTogether } from './write-together';
