import * as vscode from 'vscode';
import { type CommandTools } from './command-tools';
import { carryOut, offersOf } from './offers';
import { aboutFile, subjectsAt } from './subject';

/** How the offer for all that a service lacks begins. */
const offer = 'Harden service "';

/** Adds to a service what it lacks: the offer of the light bulb, of the service at the cursor or one that is picked. */
export async function hardenService({ facts }: CommandTools): Promise<void> {
  const about = await aboutFile(facts, undefined);
  if (about === undefined) return;
  const [here] = subjectsAt(about, ({ kind }) => kind === 'service');
  const offersIn = async (range?: vscode.Range): Promise<readonly vscode.CodeAction[]> =>
    (await offersOf(about.document, vscode.CodeActionKind.QuickFix, range)).filter(({ title }) =>
      title.startsWith(offer),
    );
  const own = here === undefined ? [] : await offersIn(here.range);
  const offers = own.length > 0 ? own : await offersIn();
  if (offers.length > 0) return carryOut('Harden Service', offers);
  void vscode.window.showInformationMessage(
    'No service of this file lacks several things that Bulwark can add. What one lacks is marked, with an offer of its own where there is one.',
  );
}
