import { type Addition } from '../compose/edits';
import { type Compose, type Service } from '../compose/model';
import { type Dockerfile } from '../dockerfile/model';
import { type Edit } from '../text/edit';
import { type Source } from '../text/source';
import { type Span } from '../text/span';
import { type BuildContext } from '../workspace/context';

export type Language = 'dockerfile' | 'compose';
export type Severity = 'error' | 'warning' | 'info' | 'hint';

/** `safe` keeps the meaning and joins fix-all; `offer` is a choice for a person; `none`: the file does not say enough. */
export type FixKind = 'safe' | 'offer' | 'none';

/** Other tools whose ignore comments silence a rule. */
export type Tool =
  | 'hadolint'
  | 'buildkit'
  | 'trivy'
  | 'checkov'
  | 'kics'
  | 'semgrep'
  | 'composeLint'
  | 'dclint'
  | 'tally'
  | 'sonar';

/** What a rule declares about itself. From this come its setting, its page's head, its row in the README and in SARIF. */
export interface RuleMeta {
  /** Kebab-case; its file, page and test bear the same name; it never changes once released. */
  readonly id: string;
  /** One sentence that says what must be so. */
  readonly summary: string;
  /** In the `recommended` profile; `off` where only `strict` has it. */
  readonly severity: Severity | 'off';
  /** In the `strict` profile, where it differs. */
  readonly strict?: Severity;
  /** The best fix that it can have. */
  readonly fix: FixKind;
  /** Message texts by their ids; `{name}` is filled from the report's data. */
  readonly messages: Readonly<Record<string, string>>;
  readonly sameAs?: Readonly<Partial<Record<Tool, readonly string[]>>>;
  /**
   * Those of the user's choices that concern this rule alone, each described: they may stand beside its severity. A rule of the
   * same id about the other language has the same ones.
   */
  readonly options?: Readonly<Partial<Record<keyof RuleOptions, string>>>;
  /** Version of Bulwark that brought it. */
  readonly since: string;
}

/** A repair as data. */
export interface Fix {
  /** What it does, as a menu line: starts with a verb, no full stop. */
  readonly title: string;
  /** In this document. */
  readonly edits: readonly Edit[];
  /** In other files of the workspace, by absolute URI. `create` where the file does not exist yet. */
  readonly others?: readonly FileEdit[];
  /** Set where a person should confirm: why. Shown in the refactor preview. */
  readonly confirm?: string;
}

export interface FileEdit {
  readonly uri: string;
  readonly create?: boolean;
  readonly edits: readonly Edit[];
}

/** What a rule says about one place. */
export interface Report<MessageId extends string = string> {
  readonly message: MessageId;
  /** The smallest text that the reader must change. */
  readonly at: Span;
  readonly data?: Readonly<Record<string, string | number>>;
  /** Meaning-preserving; joins fix-all. At most one. */
  readonly fix?: Fix | undefined;
  /** Choices, best first. */
  readonly offers?: readonly (Fix | undefined)[];
  /** In place of `offers`, where finding them is much work: asked when somebody wants to see them. */
  readonly findOffers?: () => readonly (Fix | undefined)[];
  /** Where a rule grades what it finds; profiles that turn the rule off still win. */
  readonly severity?: Severity | undefined;
  readonly related?: readonly Related[];
  readonly tag?: 'unnecessary' | 'deprecated';
  /** Set where the fault is that a Compose service lacks something. */
  readonly lack?: Lack;
}

/**
 * What a service lacks. All that one service lacks is shown as one finding, which names each rule, with one fix for all beside
 * those of each.
 */
export interface Lack {
  readonly compose: Compose;
  readonly service: Service;
  /** Completes "{service} …": `keeps Docker's default capabilities`. */
  readonly deed: string;
  /** What the service is to have; empty where the file does not say enough. */
  readonly additions: readonly Addition[];
  /** What a person must look at before it is added; absent where the image is known to go on working. */
  readonly check?: string | undefined;
}

/** A place that has to do with a finding. */
export interface Related {
  readonly at: Span;
  readonly text: string;
  /** The file that it stands in, in whose offsets `at` then counts; absent for the document, and for those of its project. */
  readonly file?: { readonly uri: string; readonly source: Source };
}

/** Choices of the user that rules read. All are lists of texts. */
export interface RuleOptions {
  /** Registries that images may come from, such as `docker.io` and `*.example.com`; empty where nobody said. */
  readonly trustedRegistries: readonly string[];
  /** Prefixes of image names that stand for `dhi.io/`. */
  readonly hardenedImageMirrors: readonly string[];
}

/** The names of the options that are a rule's own. */
export function optionNamesOf({ options = {} }: RuleMeta): readonly (keyof RuleOptions)[] {
  return Object.keys(options) as (keyof RuleOptions)[];
}

/** What a rule sees. Everything in it is read-only. */
export interface RuleContext<MessageId extends string = string> {
  readonly source: Source;
  /** Facts from outside the file, fetched before any rule runs. */
  readonly context: BuildContext;
  readonly options: RuleOptions;
  /** The day of the look, as `2026-01-31`. */
  readonly today: string;
  /** Whether another rule looks at the document as well: a fix must leave nothing for it to find. */
  readonly isOn: (rule: RuleMeta) => boolean;
  readonly report: (report: Report<MessageId>) => void;
}

export interface DockerfileContext<MessageId extends string = string> extends RuleContext<MessageId> {
  readonly dockerfile: Dockerfile;
}

export interface ComposeContext<MessageId extends string = string> extends RuleContext<MessageId> {
  readonly compose: Compose;
}

export interface DockerfileRule {
  readonly language: 'dockerfile';
  readonly meta: RuleMeta;
  /**
   * Words, in lower case: a file that has none of them, in any case, gives the rule nothing to say, so it is not asked.
   * Absent where only a look at the model can tell.
   */
  readonly mentions?: readonly string[] | undefined;
  /**
   * Set where the rule speaks of hardened images alone: a file where no stage stands on one for certain, and none takes files
   * from one, gives it nothing to say, so it is not asked.
   */
  readonly about?: 'hardened images' | undefined;
  readonly check: (context: DockerfileContext) => void;
}

export interface ComposeRule {
  readonly language: 'compose';
  readonly meta: RuleMeta;
  readonly check: (context: ComposeContext) => void;
}

export type Rule = DockerfileRule | ComposeRule;

type Declaration<MessageId extends string, Context> = RuleMeta & {
  readonly messages: Readonly<Record<MessageId, string>>;
  readonly check: (context: Context) => void;
};

/** Declares a rule about Dockerfiles. */
export function dockerfileRule<MessageId extends string>(
  rule: Declaration<MessageId, DockerfileContext<MessageId>> & Pick<DockerfileRule, 'mentions' | 'about'>,
): DockerfileRule {
  const { check, mentions, about } = rule;
  return { language: 'dockerfile', meta: rule, mentions, about, check };
}

/** Declares a rule about Compose files. */
export function composeRule<MessageId extends string>(
  rule: Declaration<MessageId, ComposeContext<MessageId>>,
): ComposeRule {
  return { language: 'compose', meta: rule, check: rule.check };
}
