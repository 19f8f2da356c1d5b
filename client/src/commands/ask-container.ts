import type { SubjectInEditor } from '../../../server/src/protocol/command-facts';
import { composePs } from '../docker/compose';
import { containerProblem, projectProblem } from '../docker/names';
import { askName } from './ask';
import { nameOf } from './folders';
import { type AboutFile } from './subject';

/** The name of a running container, filled in by the rule of Compose. */
export async function askContainer(
  title: string,
  about: AboutFile | undefined,
  subject: SubjectInEditor | undefined,
): Promise<string | undefined> {
  const project = about?.facts.project;
  const known = project !== undefined && projectProblem(project) === undefined ? project : undefined;
  const ps =
    subject?.service === undefined || about === undefined
      ? 'docker ps'
      : composePs({ name: nameOf(about.document), project: known }).join(' ');
  const prompt = `Name or id of the running container; "${ps}" lists them.`;
  return askName(`${title}: container`, prompt, containerProblem, subject?.container);
}
