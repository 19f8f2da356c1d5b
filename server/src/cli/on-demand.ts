/** What a plain `bulwark lint` does without: a file of its own in dist/, loaded when something of it is first needed. */
export { changedFiles } from './changed-files';
export { openBaseline } from './baseline';
export { imageReports } from './images/by-format';
export { reporters } from './reporters/by-format';
export { watchFolders } from './watch-folders';
export { writeReport } from './write-report';
