import {
  type CompletionItem,
  CompletionItemKind,
  CompletionItemTag,
  type CompletionParams,
  type Hover,
  type HoverParams,
  InsertTextMode,
  MarkupKind,
} from 'vscode-languageserver';
import { type Completion } from '../../service/compose/completion';
import { composeCompletions } from '../../service/compose/completions';
import { keyHover } from '../../service/compose/key-hover';
import { type LanguageHandlers } from '../dispatch';
import { type OpenDocument } from '../open-documents';
import { type Session } from '../session';
import { type AskCompose } from './ask';

/** VS Code's command that asks for proposals. */
const suggestCommand = 'editor.action.triggerSuggest';

/** Completion and what the specification says of a key. */
export function provideCompletion(
  { client }: Session,
  ask: AskCompose,
): Required<Pick<LanguageHandlers, 'completion' | 'hover'>> {
  const { completion, hover } = client.raw.textDocument ?? {};
  const can: ItemAbilities = {
    markdown: completion?.completionItem?.documentationFormat?.includes(MarkupKind.Markdown) === true,
    tags: completion?.completionItem?.tagSupport?.valueSet.includes(CompletionItemTag.Deprecated) === true,
    insertsAsIs:
      completion?.completionItem?.insertTextModeSupport?.valueSet.includes(InsertTextMode.asIs) === true,
    suggests: client.options.commands.includes(suggestCommand),
  };
  const explains = hover?.contentFormat?.includes(MarkupKind.Markdown) === true;
  return {
    completion: ask<CompletionParams, CompletionItem[]>(
      'Completion',
      [],
      ({ scene, document, offsetAt }, { position }) =>
        composeCompletions(scene, offsetAt(position)).map((each, index) =>
          toItem(each, index, document, can),
        ),
    ),
    hover: ask<HoverParams, Hover | null>('Hover', null, ({ scene, document, offsetAt }, { position }) => {
      const found = explains ? keyHover(scene, offsetAt(position)) : undefined;
      if (found === undefined) return null;
      return {
        contents: { kind: MarkupKind.Markdown, value: found.markdown },
        range: document.source.rangeOf(found.span),
      };
    }),
  };
}

/** What the client does with items. */
interface ItemAbilities {
  readonly markdown: boolean;
  readonly tags: boolean;
  readonly insertsAsIs: boolean;
  readonly suggests: boolean;
}

const kinds: Readonly<Record<Completion['kind'], CompletionItemKind>> = {
  key: CompletionItemKind.Property,
  value: CompletionItemKind.EnumMember,
  name: CompletionItemKind.Reference,
  alias: CompletionItemKind.Variable,
};

function toItem(
  { label, kind, detail, documentation, span, newText, deprecated, goesOn }: Completion,
  index: number,
  { source }: OpenDocument,
  can: ItemAbilities,
): CompletionItem {
  return {
    label,
    kind: kinds[kind],
    sortText: String(index).padStart(4, '0'),
    textEdit: { range: source.rangeOf(span), newText },
    ...(detail === undefined ? {} : { detail }),
    ...(documentation === undefined
      ? {}
      : {
          documentation: can.markdown ? { kind: MarkupKind.Markdown, value: documentation } : documentation,
        }),
    ...(deprecated === true && can.tags ? { tags: [CompletionItemTag.Deprecated] } : {}),
    ...(can.insertsAsIs && newText.includes('\n') ? { insertTextMode: InsertTextMode.asIs } : {}),
    ...(goesOn === true && can.suggests ? { command: { title: 'Suggest', command: suggestCommand } } : {}),
  };
}
