import { messageParts } from '../message-parts';
import { type ReportedFinding, type ReportedPlace } from '../model';
import { markup, type Markup } from './markup';

/** Where the links of a page lead. */
export interface ReportLinks {
  /** A place in a file; absent where no link can lead there. */
  readonly place?: (place: Omit<ReportedPlace, 'path'>) => string;
  readonly rule: (rule: string, url: string) => string;
  /** What can be done with the report. */
  readonly actions: readonly { readonly title: string; readonly href: string }[];
}

/** Links of a page that stands alone. */
export const webLinks: ReportLinks = { rule: (_, url) => url, actions: [] };

/** @param text what is shown. */
export function placeLink(links: ReportLinks, place: ReportedPlace, text: string | number): Markup {
  return links.place === undefined ? markup`${text}` : markup`<a href="${links.place(place)}">${text}</a>`;
}

export function ruleLink(links: ReportLinks, { rule, url }: Pick<ReportedFinding, 'rule' | 'url'>): Markup {
  return markup`<a href="${links.rule(rule, url)}">${rule}</a>`;
}

export function messageMarkup(message: string): Markup {
  const parts = messageParts(message).map(({ text, isCode }) =>
    isCode ? markup`<code>${text}</code>` : markup`${text}`,
  );
  return markup`${parts}`;
}
