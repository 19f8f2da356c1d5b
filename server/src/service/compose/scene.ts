import { type Compose } from '../../compose/model';
import { type ComposeProject, loneFile, loneProject, type ProjectFile } from '../../compose/project';
import { type ComposeText, readComposeText } from '../../compose/text';
import { viewsOf } from '../../compose/views';
import { Source } from '../../text/source';
import { type BuildContext } from '../../workspace/context';
import { canonical, parentOf } from '../../workspace/uri';

/** A Compose file as it is written at this moment, with all that is known around it. */
export interface ComposeScene {
  /** Canonical. */
  readonly uri: string;
  readonly content: ComposeText;
  /** At least one; what stands in them of the document itself may be older than `content`. */
  readonly projects: readonly ComposeProject[];
  readonly context: BuildContext;
  /** The document as each of its projects sees it. */
  views(): readonly [Compose, ...Compose[]];
}

/** @param mirrors prefixes of image names that stand for `dhi.io/`. */
export function composeScene(
  document: { readonly uri: string; readonly text: string },
  context: BuildContext,
  mirrors: readonly string[],
): ComposeScene {
  const uri = canonical(document.uri);
  const seen = context.compose;
  const isSame = seen?.content.source.text === document.text;
  const content = isSame ? seen.content : readComposeText(new Source(document.text));
  const projects = seen?.projects ?? [];
  let views: readonly [Compose, ...Compose[]] | undefined = isSame ? seen.views : undefined;
  return {
    uri,
    content,
    projects: projects.length > 0 ? projects : [loneProject(loneFile(uri, content))],
    context,
    views: () => (views ??= viewsOf({ uri, content, projects, hardenedImageMirrors: mirrors })),
  };
}

/** A file of a project, and which names it shares with others. */
export interface SceneFile {
  readonly uri: string;
  readonly content: ComposeText;
  /** Files that lie over each other share their names; one that others only extend has its own. */
  readonly scope: string;
  /** URIs of the files that its services extend, by the path that `extends` gives. */
  readonly extended: ReadonlyMap<string, string>;
}

/** All files of a project, the document with its present text among them. */
export function filesOf({ uri, content }: ComposeScene, project: ComposeProject): readonly SceneFile[] {
  const found = new Map<string, SceneFile>();
  const add = (file: ProjectFile, scope: string): void => {
    if (found.has(file.uri)) return;
    const extended = new Map([...file.extended].map(([path, base]) => [path, base.uri]));
    const own = file.uri === uri || file.uri === '' ? content : file.content;
    found.set(file.uri, { uri: file.uri, content: own, scope, extended });
  };
  for (const file of project.files) add(file, '');
  const waiting = [...project.files];
  const seen = new Set<ProjectFile>(waiting);
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop())
    for (const base of file.extended.values()) {
      if (seen.has(base)) continue;
      seen.add(base);
      add(base, base.uri);
      waiting.push(base);
    }
  return [...found.values()];
}

/** The folder that relative paths of the document start at; undefined where it lies in none. */
export function folderOf(scene: ComposeScene): string | undefined {
  const { folder } = scene.views()[0].placeOf({ start: 0, end: 0 });
  return folder === '' ? parentOf(scene.uri) : folder;
}
