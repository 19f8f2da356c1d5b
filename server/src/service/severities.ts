import { type Severity } from '../rules/rule';

/** Most severe first. */
export const severities: readonly Severity[] = ['error', 'warning', 'info', 'hint'];
