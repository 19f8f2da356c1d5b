import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionParams,
  type CompletionTriggerKind,
} from 'vscode-languageserver';
import { type ImageCompletion } from '../service/images/completions';
import { answering } from './answering';
import { type Routed } from './dispatch';
import { type OpenDocument } from './open-documents';
import { type Session } from './session';

/** Characters that end a part of an image's name. */
export const imageTriggers: readonly string[] = ['/', ':'];

/** VS Code's `CompletionTriggerKind.TriggerCharacter`. */
const byCharacter: CompletionTriggerKind = 2;

/**
 * Images and their tags, behind what the language has to propose.
 * @param ofLanguage stages, instructions, keys.
 */
export function provideCompletion(session: Session, ofLanguage: Routed['completion']): void {
  const own = answering<CompletionParams, CompletionItem[]>(
    session.connection,
    'Image completion',
    [],
    (params) => images(session, params),
  );
  session.connection.onCompletion(async (params, token) => {
    const items = await own(params, token);
    const { triggerKind, triggerCharacter = '' } = params.context ?? {};
    // In a Dockerfile nothing else follows them. In a Compose file they may stand in what services name.
    const onlyImages =
      triggerKind === byCharacter &&
      imageTriggers.includes(triggerCharacter) &&
      session.documents.get(params.textDocument.uri)?.language === 'dockerfile';
    return onlyImages ? items : [...(await ofLanguage(params, token)), ...items];
  });
}

async function images(
  { documents, service, settings }: Session,
  { textDocument, position }: CompletionParams,
): Promise<CompletionItem[]> {
  const document = documents.get(textDocument.uri);
  if (document === undefined) return [];
  const offset = document.source.offsetAt(position);
  const found = await service.imageCompletions(document, await settings.of(document.uri), offset);
  return found.map((each, index) => toItem(each, index, document));
}

const kinds: Readonly<Record<ImageCompletion['kind'], CompletionItemKind>> = {
  repository: CompletionItemKind.Module,
  tag: CompletionItemKind.Value,
  counterpart: CompletionItemKind.Reference,
};

function toItem(completion: ImageCompletion, index: number, document: OpenDocument): CompletionItem {
  const { label, detail, kind, span, newText } = completion;
  return {
    label,
    detail,
    kind: kinds[kind],
    // Our order, behind what else is proposed.
    sortText: `~${String(index).padStart(4, '0')}`,
    // What replaces another reference is found by that one.
    ...(kind === 'counterpart' && { filterText: document.source.slice(span) }),
    textEdit: { range: document.source.rangeOf(span), newText },
  };
}
