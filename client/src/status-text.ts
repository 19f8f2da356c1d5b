/** What is known of the server and of the document that is shown. */
export interface Situation {
  readonly server: 'starting' | 'running' | 'stopped';
  /** Whether the document is being looked at. */
  readonly checking: boolean;
  /** The setting `bulwark.enable`. */
  readonly enabled: boolean;
  /** The document is too large to be looked at. */
  readonly tooLarge: boolean;
  readonly findings: number;
  /** Names of the extensions that complete and explain in place of Bulwark. */
  readonly neighbours: readonly string[];
}

export interface StatusText {
  readonly text: string;
  readonly detail: string;
  readonly isError: boolean;
  readonly command: { readonly title: string; readonly command: string; readonly arguments?: string[] };
}

const restart = { title: 'Restart', command: 'bulwark.restart' };
const showOutput = { title: 'Show Output', command: 'bulwark.showOutput' };
const openSetting = {
  title: 'Open Setting',
  command: 'workbench.action.openSettings',
  arguments: ['bulwark.enable'],
};
const nextProblem = { title: 'Next Problem', command: 'editor.action.marker.next' };

/** What the language status says: first what keeps files from being checked, then what was found. */
export function statusText(situation: Situation): StatusText {
  const { server, checking, enabled, tooLarge, findings } = situation;
  const says = (text: string, detail: string, command: StatusText['command']): StatusText => ({
    text,
    detail,
    isError: false,
    command,
  });
  if (server === 'starting') return says('Starting', 'Files are checked in a moment.', showOutput);
  if (server === 'stopped')
    return { ...says('Not running', 'Files are not being checked.', restart), isError: true };
  if (!enabled) return says('Switched off', 'Files are not being checked, as the settings say.', openSetting);
  if (tooLarge) return says('File too large', 'This file is not being checked.', showOutput);
  const detail = besides(situation.neighbours);
  if (checking) return says('Checking', detail, showOutput);
  if (findings === 0) return says('No findings', detail, showOutput);
  return says(findings === 1 ? '1 finding' : `${findings} findings`, detail, nextProblem);
}

function besides(names: readonly string[]): string {
  if (names.length === 0) return 'Bulwark';
  return `Completion and hover are left to ${names.join(' and ')}.`;
}
