import { type Host } from '../../workspace/host';
import { digest } from './digest';

/** Each method of a host is a question about one place. */
export type Question = 'readFile' | 'listFolder' | 'isExecutable' | 'isTracked';

/** What the host answered to a question, while one input was checked. */
export interface Fact {
  readonly question: Question;
  /** Of the file or folder. */
  readonly uri: string;
  /** A digest of the answer. */
  readonly answer: string;
}

type Answer = string | readonly string[] | boolean | undefined;

/** Notes what the hosts of a lane are asked, and what they answer. */
export class FactNotes {
  #noted = new Map<string, Fact>();
  readonly #digests = new Map<string, { readonly answer: Answer; readonly digest: string }>();

  /** @param own name of the cache, which comes and goes in listings without being seen. */
  constructor(private readonly own: string) {}

  /** The host, with each question noted. */
  readonly wrap = (host: Host): Host => ({
    readFile: (uri) => this.#note(host, 'readFile', uri),
    listFolder: (uri) => this.#note(host, 'listFolder', uri),
    isExecutable: (uri) => this.#note(host, 'isExecutable', uri),
    isTracked: (uri) => this.#note(host, 'isTracked', uri),
  });

  /** Forgets what was noted so far: the next input begins. */
  begin(): void {
    this.#noted = new Map();
  }

  /** What was noted since `begin`. */
  facts(): readonly Fact[] {
    return [...this.#noted.values()];
  }

  /** Whether the host still answers as it did. */
  async holds(host: Host, { question, uri, answer }: Fact): Promise<boolean> {
    return this.#digestOf(`${question} ${uri}`, await ask(host, question, uri)) === answer;
  }

  async #note<Q extends Question>(host: Host, question: Q, uri: string): Promise<AnswerTo<Q>> {
    const answer = await ask(host, question, uri);
    const key = `${question} ${uri}`;
    this.#noted.set(key, { question, uri, answer: this.#digestOf(key, answer) });
    return answer;
  }

  /** The same answers come again and again: a large folder need not be digested each time. */
  #digestOf(key: string, answer: Answer): string {
    const before = this.#digests.get(key);
    if (before?.answer === answer && before !== undefined) return before.digest;
    const fresh = digestOf(answer, this.own);
    this.#digests.set(key, { answer, digest: fresh });
    return fresh;
  }
}

type AnswerTo<Q extends Question> = Awaited<ReturnType<NonNullable<Host[Q]>>>;

function ask<Q extends Question>(host: Host, question: Q, uri: string): Promise<AnswerTo<Q>>;
async function ask(host: Host, question: Question, uri: string): Promise<Answer> {
  return host[question]?.(uri);
}

function digestOf(answer: Answer, own: string): string {
  if (typeof answer === 'string') return digest(answer);
  // The order in which a file system lists its entries says nothing.
  if (typeof answer === 'object') return digest(...answer.filter((name) => name !== own).sort());
  return String(answer);
}
