import { type Dockerfile } from '../../dockerfile/model';
import { type Source } from '../../text/source';
import { type Span } from '../../text/span';
import { type Model } from '../run-rules';
import { type Suppression, type SuppressionComment } from './comment';
import { foreignSuppression } from './foreign';
import { ownSuppression } from './own';

/** Every suppression of a document, in order. */
export function suppressionsOf(model: Model): readonly Suppression[] {
  const comments =
    model.language === 'dockerfile' ? dockerfileComments(model.dockerfile) : yamlComments(model.source);
  return comments.flatMap(
    (comment) => ownSuppression(comment) ?? foreignSuppression(comment, model.language) ?? [],
  );
}

function dockerfileComments(dockerfile: Dockerfile): readonly SuppressionComment[] {
  const { instructions, source } = dockerfile;
  const directives = dockerfile.directives.map(({ name, value, span }) => ({
    text: `${name}=${value}`,
    span,
    prefix: 0,
    target: undefined,
  }));
  let next = 0;
  const comments = dockerfile.comments.map(({ span, text }) => {
    // A comment inside a continued instruction speaks of that instruction.
    while (next < instructions.length && (instructions[next]?.span.end ?? 0) < span.start) next++;
    return { text, span, prefix: source.slice(span).indexOf(text), target: instructions[next]?.span };
  });
  return [...directives, ...comments];
}

const candidate = /(?:^|\s)(#\s*((?:bulwark|hadolint|trivy:|checkov:|nosemgrep).*))$/d;

/** Only comments that could silence something are looked for, so that a `#` inside a scalar does not matter. */
function yamlComments(source: Source): readonly SuppressionComment[] {
  const comments: SuppressionComment[] = [];
  if (!/#\s*(?:bulwark|hadolint|trivy:|checkov:|nosemgrep)/.test(source.text)) return comments;
  for (let line = 0; line < source.lineCount; line++) {
    const whole = source.lineSpan(line);
    const indices = candidate.exec(source.slice(whole))?.indices;
    const [from, textFrom] = [indices?.[1]?.[0], indices?.[2]?.[0]];
    if (from === undefined || textFrom === undefined) continue;
    const span = { start: whole.start + from, end: whole.end };
    const alone = source.text.slice(whole.start, span.start).trim() === '';
    comments.push({
      text: source.text.slice(whole.start + textFrom, whole.end).trimEnd(),
      span,
      prefix: textFrom - from,
      target: alone ? nextContentLine(source, line + 1) : whole,
    });
  }
  return comments;
}

function nextContentLine(source: Source, from: number): Span | undefined {
  for (let line = from; line < source.lineCount; line++) {
    const span = source.lineSpan(line);
    if (/^\s*[^\s#]/.test(source.slice(span))) return span;
  }
  return undefined;
}
