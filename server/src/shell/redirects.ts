import { type Redirection } from 'unbash';
import { MappedText, type Piece } from '../text/mapped';
import { type ShellRedirect } from './model';
import { type Place } from './place';
import { readWord } from './words';

export function readRedirect(node: Redirection, place: Place): ShellRedirect {
  const span = place.spanOf(node.pos, node.end);
  if (node.type !== 'HereDoc') {
    const target = node.target === undefined ? undefined : readWord(node.target, place);
    return { operator: node.operator, span, ...(target && { target }) };
  }
  const body = place.slice(node.body.pos, node.body.end);
  const heredoc = body && (node.operator === '<<-' ? withoutTabs(body) : body);
  const name = node.delimiter;
  const target = name && {
    raw: name.text,
    value: name.value,
    literal: true,
    variables: [],
    quoted: name.quoted,
    span: place.spanOf(name.pos, name.end),
  };
  return { operator: node.operator, span, ...(target && { target }), ...(heredoc && { heredoc }) };
}

/** The body of `<<-`, each line without its leading tabs. */
function withoutTabs(body: MappedText): MappedText {
  const pieces: Piece[] = [];
  let text = '';
  for (const match of body.text.matchAll(/(\t*)([^\n]*\n?)/g)) {
    const line = match[2] ?? '';
    if (line === '') continue;
    pieces.push({ at: text.length, start: body.offsetOf(match.index + (match[1] ?? '').length) });
    text += line;
  }
  return new MappedText(text, pieces);
}
