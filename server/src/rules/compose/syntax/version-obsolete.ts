import { removeEntry } from '../../../compose/removal';
import { type Edit, remove } from '../../../text/edit';
import { type Source } from '../../../text/source';
import { composeRule } from '../../rule';
import { fixOf } from '../marked';

export const versionObsolete = composeRule({
  id: 'version-obsolete',
  summary: 'The top-level `version` must be left out.',
  severity: 'hint',
  fix: 'safe',
  messages: {
    base: 'Compose ignores version since its second release, and warns of it: the file always means the current specification.',
  },
  sameAs: { dclint: ['no-version-field'] },
  since: '0.1.0',
  check({ compose, source, report }) {
    for (const entry of compose.topLevel('version')) {
      if (entry.origin.kind !== 'own') continue;
      const edit = removeEntry(source, entry);
      report({
        message: 'base',
        at: entry.span,
        fix: fixOf('Remove version', edit && [withBlankLines(source, edit)]),
        tag: 'unnecessary',
      });
    }
  },
});

/** At the top of the file the blank lines that follow go too. */
function withBlankLines(source: Source, edit: Edit): Edit {
  const { start, end } = edit.span;
  if (!/^\uFEFF?$/.test(source.text.slice(0, start))) return edit;
  return remove({ start, end: end + (/^(?:[ \t]*\r?\n)*/.exec(source.text.slice(end))?.[0].length ?? 0) });
}
