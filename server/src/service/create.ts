import { Source } from '../text/source';
import { type Span } from '../text/span';
import { type BuildContext } from '../workspace/context';
import { ComposeTexts } from '../workspace/compose-files';
import { DockerfileTexts } from '../workspace/dockerfile-texts';
import { copiesFromContext, fetchContext } from '../workspace/fetch-context';
import { type Host } from '../workspace/host';
import { recordingHost } from '../workspace/recording-host';
import { canonical } from '../workspace/uri';
import { actionsAt } from './actions';
import { analyse, type Analysis } from './analyse';
import { composeScene } from './compose/scene';
import { stageSpotsAt } from './compose/stages';
import { fixAll } from './fix-all';
import { currentDay } from './current-day';
import { type Finding } from './finding';
import { commandFacts } from './images/command-subjects';
import { imageCompletions } from './images/completions';
import { debugSidecar } from './images/debug-sidecar';
import { ignoreFile } from './images/ignore-file';
import { imageSites, roleAt } from './images/sites';
import { typedReference } from './images/typed-reference';
import { migrationOf } from './migration';
import { type RuleFailure } from './run-rules';
import { type Service, type TextDocument } from './service';
import { type Settings } from './settings';
import { tooLarge } from './size-cap';

interface Looked {
  readonly version: number;
  readonly today: string;
  readonly settings: Settings;
  readonly context: BuildContext;
  readonly analysis: Analysis;
}

/** So many documents keep their models: more than stand open side by side. Another look costs little, a model much. */
const mostLooks = 8;

/** What was read around a document, and whether all of its build context was looked at. */
interface Surroundings {
  /** As the document's URI is written. */
  readonly document: string;
  readonly withTree: boolean;
  readonly composeFiles: readonly string[];
  /** Every file and folder that was asked for. */
  readonly asked: ReadonlySet<string>;
  readonly context: Promise<BuildContext>;
}

/**
 * A service that keeps its last looks at documents.
 * @param log told once of each rule that throws.
 * @param clock gives the day as `2026-01-31`.
 */
export function createService(
  host: Host,
  log: (message: string) => void = () => undefined,
  clock: () => string = () => currentDay(),
): Service {
  const looks = new Map<string, Looked>();
  const surroundings = new Map<string, Surroundings>();
  const failures = new Set<string>();
  const composeTexts = new ComposeTexts();
  const dockerfileTexts = new DockerfileTexts();

  const failed: RuleFailure = ({ id }, error) => {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    if (failures.has(id)) return;
    failures.add(id);
    log(`Rule ${id} failed and is left out: ${text}`);
  };

  async function contextOf(
    { uri, language, text }: TextDocument,
    { composeFiles, hardenedImageMirrors }: Settings,
  ): Promise<BuildContext> {
    const withTree = language === 'dockerfile' && copiesFromContext(text);
    const key = `${language} ${uri}`;
    const last = surroundings.get(key);
    if (last?.composeFiles === composeFiles && (last.withTree || !withTree)) return last.context;
    const asked = new Set<string>();
    const options = { withTree, composeFiles, composeTexts, dockerfileTexts, hardenedImageMirrors };
    const context = fetchContext(recordingHost(host, asked), uri, language, options);
    surroundings.set(key, { document: uri, withTree, composeFiles, asked, context });
    return context;
  }

  async function look(document: TextDocument, settings: Settings): Promise<Looked> {
    const context = await contextOf(document, settings);
    const today = clock();
    const last = looks.get(document.uri);
    const isSame = last?.settings === settings && last.context === context && last.today === today;
    if (last?.version === document.version && isSame) return last;
    const { language, text, version } = document;
    const before = last?.analysis.model;
    const next = {
      version,
      today,
      settings,
      context,
      analysis: analyse({ language, text, context, settings, today, failed, before }),
    };
    looks.delete(document.uri);
    looks.set(document.uri, next);
    for (const oldest of looks.keys()) {
      if (looks.size <= mostLooks) break;
      looks.delete(oldest);
      // They hold models as well.
      surroundings.delete(`compose ${oldest}`);
    }
    return next;
  }

  function findingsOf(document: TextDocument, { context, settings, today }: Looked) {
    const { language } = document;
    return (text: string): readonly Finding[] =>
      analyse({ language, text, context, settings, today, failed }).findings;
  }

  return {
    async findings(document, settings) {
      return (await look(document, settings)).analysis.findings;
    },
    async silenced(document, settings) {
      return (await look(document, settings)).analysis.silenced;
    },
    async actions(document, settings, at: Span) {
      const looked = await look(document, settings);
      const again = findingsOf(document, looked);
      return actionsAt(looked.analysis, at, (rule) =>
        fixAll(document.text, again, (finding) => finding.rule === rule),
      );
    },
    async fixAll(document, settings) {
      return fixAll(document.text, findingsOf(document, await look(document, settings)));
    },
    async migration(document, settings) {
      const { analysis, context } = await look(document, settings);
      return migrationOf(analysis.model, context, settings);
    },
    async images(document, settings) {
      const { analysis, context } = await look(document, settings);
      return analysis.model === undefined ? [] : imageSites(analysis.model, context, settings);
    },
    async imageCompletions(document, settings, offset) {
      const { analysis } = await look(document, settings);
      if (analysis.model === undefined) return [];
      const typed = typedReference(analysis.model.source, document.language, offset);
      if (typed === undefined) return [];
      // What is copied from an image is what its runtime variant has.
      const role = typed.place === 'source' ? 'runtime' : roleAt(analysis.model, offset);
      return imageCompletions(typed, role, settings.hardenedImageMirrors);
    },
    async composeScene(document, settings) {
      const { language, text } = document;
      if (language !== 'compose' || tooLarge(new Source(text), language) !== undefined) return undefined;
      return composeScene(document, await contextOf(document, settings), settings.hardenedImageMirrors);
    },
    async stageSpots(document, settings, offset) {
      const { analysis, context } = await look(document, settings);
      if (analysis.model?.language !== 'dockerfile') return [];
      return stageSpotsAt(canonical(document.uri), analysis.model.dockerfile, context, offset);
    },
    async commandFacts(document, settings) {
      const { analysis, context } = await look(document, settings);
      const { model } = analysis;
      return model && commandFacts(document.uri, model, imageSites(model, context, settings), settings);
    },
    async debugSidecar(document, settings, service, image) {
      const { model } = (await look(document, settings)).analysis;
      return model?.language === 'compose' ? debugSidecar(model.compose, service, image) : undefined;
    },
    async ignoreFile(document, settings) {
      const { analysis, context } = await look(document, settings);
      return analysis.model && ignoreFile(analysis.model, context);
    },
    forget(uri) {
      looks.delete(uri);
      surroundings.delete(`dockerfile ${uri}`);
      surroundings.delete(`compose ${uri}`);
    },
    forgetSurroundings(uri) {
      const affected: string[] = [];
      for (const [key, { asked, document }] of surroundings)
        if (uri === undefined || asked.has(uri)) {
          surroundings.delete(key);
          affected.push(document);
        }
      return affected;
    },
  };
}
