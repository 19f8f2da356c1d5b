import {
  type Fix,
  type FixKind,
  type Lack,
  type Language,
  type Related,
  type Report,
  type Severity,
} from '../rules/rule';
import { type Span } from '../text/span';
import { type SingleFinding } from './finding';

/** What is said of a report, whatever the report holds. */
type Saying = Pick<SingleFinding, 'rule' | 'language' | 'severity' | 'message' | 'url'>;

/** What a rule reported. Its offers are looked for when somebody asks for them. */
export class RuleFinding implements SingleFinding {
  readonly rule: string;
  readonly language: Language;
  readonly severity: Severity;
  readonly message: string;
  readonly span: Span;
  readonly fix?: Fix;
  readonly related: readonly Related[];
  readonly tag?: 'unnecessary' | 'deprecated';
  readonly url: string;
  readonly lack?: Lack;
  readonly #report: Report;
  #offers: readonly Fix[] | undefined;

  constructor(saying: Saying, report: Report, related: readonly Related[] = report.related ?? []) {
    this.rule = saying.rule;
    this.language = saying.language;
    this.severity = saying.severity;
    this.message = saying.message;
    this.span = report.at;
    if (report.fix !== undefined) this.fix = report.fix;
    this.related = related;
    if (report.tag !== undefined) this.tag = report.tag;
    this.url = saying.url;
    if (report.lack !== undefined) this.lack = report.lack;
    this.#report = report;
  }

  get fixKind(): FixKind {
    return this.fix !== undefined ? 'safe' : this.offers.length > 0 ? 'offer' : 'none';
  }

  get offers(): readonly Fix[] {
    const { findOffers, offers } = this.#report;
    return (this.#offers ??= (findOffers?.() ?? offers ?? []).filter((offer) => offer !== undefined));
  }

  /** The same with more places beside it. */
  withRelated(places: readonly Related[]): RuleFinding {
    return new RuleFinding(this, this.#report, [...this.related, ...places]);
  }
}
