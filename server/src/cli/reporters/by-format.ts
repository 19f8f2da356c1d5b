import { checkstyleReporter } from './checkstyle';
import { diffReporter } from './diff';
import { type Format } from './formats';
import { githubReporter } from './github';
import { gitlabReporter } from './gitlab';
import { jsonReporter } from './json';
import { junitReporter } from './junit';
import { markdownReporter } from './markdown';
import { rdjsonReporter } from './rdjson';
import { type ReportContext, type Reporter } from './report';
import { sarifReporter } from './sarif';

/** The reporter of every format but text, which most runs are content with. */
export const reporters: Readonly<Record<Exclude<Format, 'text'>, (context: ReportContext) => Reporter>> = {
  json: jsonReporter,
  sarif: sarifReporter,
  github: githubReporter,
  gitlab: gitlabReporter,
  junit: junitReporter,
  checkstyle: checkstyleReporter,
  rdjson: rdjsonReporter,
  markdown: markdownReporter,
  diff: diffReporter,
};
