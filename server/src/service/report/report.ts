/** All that makes a report, for those who load it when somebody wants one. */
export { webLinks } from './html/links';
export { renderHtml } from './html/page';
export { reportedImages } from './images';
export { makeReport } from './make';
export { renderMarkdown } from './markdown';
export { trendSince } from './trend';
