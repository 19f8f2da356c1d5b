import { join } from '../../../dockerfile/artefacts/places';
import { instructionsOf } from '../../../dockerfile/walk';
import { valueOf } from '../../../text/known';
import { type Unresolved } from '../../plan';
import { type Artefact, type Shipment } from '../language';

/** Folders that a compiled program reads when it runs. */
const read = /^(?:templates?|views|static|public|assets|www|web|locales?|i18n|migrations?|configs?|data)$/;

/** What a compiled program may read besides itself, among the files that the build gets. */
export function assetsOf({ chain, context }: Shipment): {
  readonly artefacts: readonly Artefact[];
  readonly unresolved: readonly Unresolved[];
} {
  const artefacts: Artefact[] = [];
  const unresolved: Unresolved[] = [];
  for (const stage of chain)
    for (const copy of instructionsOf(stage, 'COPY')) {
      const target = valueOf(copy.destinationPath);
      const isWhole = copy.from === undefined && copy.sources.some(({ text }) => /^\.?\/?$/.test(text));
      if (!isWhole || target === undefined) continue;
      const names = context.tree?.entries
        .filter(({ path, isFolder }) => isFolder && read.test(path))
        .map(({ path }) => path);
      artefacts.push(...(names ?? []).map((name) => ({ path: join(target, name) })));
      if (names === undefined)
        unresolved.push({
          at: copy.span,
          text: 'Only the program is copied on. If it reads other files when it runs (templates, pages, translations), copy them as well.',
        });
    }
  return { artefacts, unresolved };
}
