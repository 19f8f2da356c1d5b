import { composeScene, type ComposeScene } from '../../server/src/service/compose/scene';
import { fetchContext } from '../../server/src/workspace/fetch-context';
import { withCaret } from './caret-text';
import { hostOf, type ProjectTexts } from './project';

/** A document of the folder `file:///w`, and the offset of the `|` in it. */
export async function sceneOf(
  marked: string,
  others: ProjectTexts = {},
  path = 'compose.yaml',
): Promise<{ readonly scene: ComposeScene; readonly text: string; readonly offset: number }> {
  const { text, offset } = withCaret(marked);
  const uri = `file:///w/${path}`;
  const context = await fetchContext(hostOf({ ...others, [path]: text }), uri, 'compose');
  return { scene: composeScene({ uri, text }, context, []), text, offset };
}
