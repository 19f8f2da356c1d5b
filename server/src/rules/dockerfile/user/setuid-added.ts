import { dockerfileRule } from '../../rule';
import { clausesOf, shippedModes } from './file-modes';

export const setuidAdded = dockerfileRule({
  id: 'setuid-added',
  summary: 'An image must not make programs set-uid.',
  severity: 'warning',
  fix: 'none',
  messages: {
    base: 'Whoever starts a program with this mode runs it with the rights of its owner: the usual way from any account to root.',
  },
  since: '0.1.0',
  check({ dockerfile, report }) {
    for (const { text, span } of shippedModes(dockerfile))
      if (isSetuid(text)) report({ message: 'base', at: span });
  },
});

/** Of the group bit nothing is said: on folders it hands the group on, which is meant well. */
function isSetuid(mode: string): boolean {
  if (/^[0-7]{4,5}$/.test(mode)) return (Number.parseInt(mode, 8) & 0o4000) !== 0;
  return (clausesOf(mode) ?? []).some(
    ({ who, operator, rights }) =>
      operator !== '-' && rights.includes('s') && (who === '' || /[ua]/.test(who)),
  );
}
