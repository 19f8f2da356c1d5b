import { type Compose } from './model';
import { type ComposeProject, loneFile, loneProject } from './project';
import { type ComposeText } from './text';
import { ComposeView } from './view';

export interface ViewedDocument {
  /** Canonical. */
  readonly uri: string;
  /** Its present text, which may be newer than the one in the projects. */
  readonly content: ComposeText;
  /** Those in which it takes part; none where nothing is known of its surroundings. */
  readonly projects: readonly ComposeProject[];
  readonly hardenedImageMirrors?: readonly string[];
}

/**
 * A document as each of its projects sees it; at least one view. Services that stand there for others to extend, and that
 * none of the projects extends, are seen once more by themselves: their values are judged, and nothing is missing from them.
 */
export function viewsOf({ projects, ...document }: ViewedDocument): readonly [Compose, ...Compose[]] {
  const { uri, content } = document;
  const [first = loneProject(loneFile(uri, content)), ...others] = projects;
  const view = (project: ComposeProject): ComposeView => new ComposeView({ ...document, project });
  const views = [view(first), ...others.map(view)] as const;
  if (views.some(({ isLayer }) => isLayer)) return views;
  const extended = new Set(views.flatMap((each) => [...each.extended]));
  const project = loneProject(views[0].ownFile);
  const only = (name: string): boolean => !extended.has(name);
  return [...views, new ComposeView({ ...document, project, only, areBases: true })];
}
