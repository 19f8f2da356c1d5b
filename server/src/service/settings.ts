import { type Severity } from '../rules/rule';

export type Profile = 'minimal' | 'recommended' | 'strict';

/** Settings in force for one document: the editor's, then `bulwark.json` beside or above the file over them. */
export interface Settings {
  readonly enable: boolean;
  readonly profile: Profile;
  /** Rules that came after this version, such as `0.1`, are off unless they are set by themselves. All are on where absent. */
  readonly ruleSet?: string;
  /** Severity by rule id; wins over the profile. */
  readonly rules: Readonly<Record<string, Severity | 'off'>>;
  readonly hardenedImageMirrors: readonly string[];
  /** Registries that images may come from: `docker.io`, `*.example.com`. Empty: every registry. */
  readonly trustedRegistries: readonly string[];
  /** Files that `docker compose -f` is given, in that order, relative to the workspace folder. Empty: as Compose finds them. */
  readonly composeFiles: readonly string[];
}

export const defaultSettings: Settings = {
  enable: true,
  profile: 'recommended',
  rules: {},
  hardenedImageMirrors: [],
  trustedRegistries: [],
  composeFiles: [],
};
