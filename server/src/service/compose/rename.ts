import { type Edit, replace } from '../../text/edit';
import { anchorsOf } from './anchors';
import { type NameAt } from './names';
import { occurrencesOf } from './occurrences';
import { type ComposeScene, filesOf } from './scene';

/** The edits of one file that give something another name. */
export interface FileRename {
  /** Canonical. */
  readonly uri: string;
  readonly edits: readonly Edit[];
}

/** What names may look like. */
const forms = {
  anchor: /^[^\s,[\]{}&*!]+$/,
  stage: /^[a-zA-Z][\w.-]*$/,
  other: /^[a-zA-Z0-9][\w.-]*$/,
} as const;

/** What YAML would read as something else. */
const noText = /^(?:y|yes|n|no|on|off|true|false|null|[\d._]+)$/i;

/** Whether all places of a name are known: those of a profile are not, nor those of what no file declares. */
export function canRename({ thing, spots }: NameAt): boolean {
  return thing !== 'profile' && spots.some(({ declares }) => declares);
}

/** Why something cannot have that name, as a sentence; undefined where it can. */
export function renameProblem(
  scene: ComposeScene,
  { thing, name }: NameAt,
  newName: string,
): string | undefined {
  const form = thing === 'anchor' || thing === 'stage' ? forms[thing] : forms.other;
  if (!form.test(newName) || (thing !== 'anchor' && noText.test(newName)))
    return `"${newName}" cannot be a name here.`;
  const taken =
    thing === 'anchor'
      ? anchorsOf(scene.content.source.text).map((anchor) => anchor.name)
      : scene.projects.flatMap((project) =>
          filesOf(scene, project).flatMap(({ content }) =>
            occurrencesOf(content).flatMap((each) =>
              each.declares && each.thing === thing ? each.name : [],
            ),
          ),
        );
  return newName !== name && taken.includes(newName) ? `"${newName}" is taken already.` : undefined;
}

/** One entry for each file. */
export function renameEdits({ spots }: Pick<NameAt, 'spots'>, newName: string): readonly FileRename[] {
  const byFile = new Map<string, Edit[]>();
  for (const { uri, span } of spots) {
    const edits = byFile.get(uri) ?? [];
    edits.push(replace(span, newName));
    byFile.set(uri, edits);
  }
  return [...byFile].map(([uri, edits]) => ({ uri, edits }));
}
