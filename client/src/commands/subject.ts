import * as vscode from 'vscode';
import type { ImagesAnswer, SubjectInEditor } from '../../../server/src/protocol/command-facts';
import { imageProblem } from '../docker/names';
import { type ServerFacts } from '../server-facts';
import { askName, pickOne } from './ask';

/** The file that a command is about, with what the server knows of it. */
export interface AboutFile {
  readonly document: vscode.TextDocument;
  readonly facts: ImagesAnswer;
  /** Where the cursor stands, or the code lens. */
  readonly position: vscode.Position;
}

/**
 * The file of a code lens, else the one in the active editor; undefined where that is neither a Dockerfile nor a Compose file.
 * @param lens what a code lens hands over; any extension may run the command with anything, so that only the place counts.
 */
export async function aboutFile(server: ServerFacts, lens: unknown): Promise<AboutFile | undefined> {
  const editor = vscode.window.activeTextEditor;
  const place = placeOf(lens);
  const named = vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === place?.uri);
  const document = named ?? editor?.document;
  if (document === undefined) return undefined;
  const position = named === undefined ? editor?.selection.active : place?.position;
  const facts = await server.images(document.uri);
  return facts && { document, facts, position: position ?? new vscode.Position(0, 0) };
}

/** The place that a code lens stands for. */
export function placeOf(lens: unknown): { uri: string; position: vscode.Position } | undefined {
  if (typeof lens !== 'object' || lens === null || !('uri' in lens) || !('position' in lens))
    return undefined;
  const { uri, position } = lens;
  if (typeof uri !== 'string' || typeof position !== 'object' || position === null) return undefined;
  if (!('line' in position) || !('character' in position)) return undefined;
  const { line, character } = position;
  return typeof line === 'number' && typeof character === 'number' && line >= 0 && character >= 0
    ? { uri: vscode.Uri.parse(uri).toString(), position: new vscode.Position(line, character) }
    : undefined;
}

/**
 * What a command is about: what the cursor stands in, else the only thing there is, else what the person picks.
 * @returns `none` where nothing fits; undefined where nothing was picked.
 */
export async function pickSubject(
  title: string,
  about: AboutFile,
  fits: (subject: SubjectInEditor) => boolean,
): Promise<SubjectInEditor | 'none' | undefined> {
  const subjects = about.facts.subjects.filter(fits);
  if (subjects.length === 0) return 'none';
  const [nearest] = subjectsAt(about, fits);
  if (nearest !== undefined) return nearest;
  return pickOne(
    `${title}: what?`,
    subjects.map((subject) => ({
      label: subject.service ?? subject.image ?? '',
      description:
        subject.service === undefined ? `line ${subject.range.start.line + 1}` : (subject.image ?? ''),
      value: subject,
    })),
  );
}

/** What the cursor stands in, the smallest first: a source stands inside its stage. */
export function subjectsAt(
  { facts, position }: AboutFile,
  fits: (subject: SubjectInEditor) => boolean,
): readonly (Omit<SubjectInEditor, 'range'> & { readonly range: vscode.Range })[] {
  return facts.subjects
    .filter(fits)
    .map((subject) => ({ ...subject, range: rangeOf(subject.range) }))
    .filter(({ range }) => range.contains(position))
    .sort((a, b) => length(a) - length(b));
}

/** The image of a subject where it is one, else what the person types. */
export async function imageOf(
  title: string,
  subject: SubjectInEditor | undefined,
): Promise<string | undefined> {
  const image = subject?.image;
  if (image !== undefined && imageProblem(image) === undefined) return image;
  return askName(`${title}: image`, 'The image, as in "dhi.io/python:3.13-debian13".', imageProblem);
}

function rangeOf({ start, end }: SubjectInEditor['range']): vscode.Range {
  return new vscode.Range(start.line, start.character, end.line, end.character);
}

function length({ range: { start, end } }: SubjectInEditor): number {
  return end.line - start.line;
}
