import { type ListedRule } from '../../server/src/service/rule-list';
import { baseSettings, settingGroups } from '../settings';

const severities = ['error', 'warning', 'info', 'hint', 'off'] as const;

/** `contributes.configuration` of the extension: the settings written by hand, and one severity a rule, by groups. */
export function editorSettings(rules: readonly ListedRule[]): readonly Record<string, unknown>[] {
  const all: Readonly<Record<string, unknown>> = {
    ...baseSettings,
    'bulwark.rules': {
      // The settings editor shows a table of these as long as each is a plain word; options are settings there.
      ...rulesSchema(rules, severitySchema),
      scope: 'resource',
      order: 3,
      default: {},
      markdownDescription: 'Severity of single rules; it wins over the profile. `off` silences a rule.',
    },
  };
  return settingGroups.map(({ title, settings }, index) => ({
    title,
    order: index + 1,
    properties: Object.fromEntries(settings.map((name) => [name, all[name]])),
  }));
}

/** The JSON schema of `bulwark.json`, whose keys are those of the settings that belong to a file. */
export function configurationSchema(rules: readonly ListedRule[]): Record<string, unknown> {
  const settings: Record<string, unknown> = {};
  for (const key of ['enable', 'profile', 'hardenedImageMirrors', 'trustedRegistries'] as const)
    settings[key] = schemaOf(`bulwark.${key}`);
  settings['rules'] = { $ref: '#/definitions/rules' };
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Bulwark configuration',
    type: 'object',
    additionalProperties: false,
    properties: {
      $schema: { type: 'string' },
      extends: {
        description:
          'Presets, and files relative to this one, that it builds on; what stands later is stronger.',
        anyOf: [extended, { type: 'array', items: extended }],
      },
      baseline: {
        type: 'string',
        pattern: '^\\d+\\.\\d+(\\.\\d+)?$',
        description:
          'The version whose rules are on; rules that came later are off unless they are set below.',
      },
      ...settings,
      compose: {
        type: 'object',
        additionalProperties: false,
        properties: { files: schemaOf('bulwark.compose.files') },
      },
      ignore: { description: 'Files that are not checked.', ...paths },
      overrides: {
        type: 'array',
        description: 'Settings for some files only; what stands later is stronger.',
        items: {
          type: 'object',
          additionalProperties: false,
          required: ['files'],
          properties: { files: { description: 'What the settings are for.', ...paths }, ...settings },
        },
      },
    },
    definitions: { rules: rulesSchema(rules, severityOrMore) },
  };
}

/** The name of a preset, or a path. */
const extended = { anyOf: [{ enum: ['minimal', 'recommended', 'strict'] }, { type: 'string' }] };

/** Patterns as `.dockerignore` has them, one or several. */
const paths = { anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }] };

/** A setting's own schema. Which settings.json it belongs in, and where it is shown, means nothing in a file of its own. */
function schemaOf(name: keyof typeof baseSettings): Record<string, unknown> {
  const { markdownDescription, ...schema } = baseSettings[name];
  return { ...schema, scope: undefined, order: undefined, description: markdownDescription };
}

/** What may be set by rule id, every rule described. */
function rulesSchema(
  rules: readonly ListedRule[],
  schemaFor: (rule: ListedRule) => Record<string, unknown>,
): Record<string, unknown> {
  const properties: Record<string, unknown> = {};
  for (const id of [...new Set(rules.map((rule) => rule.id))].sort()) {
    const same = rules.filter((rule) => rule.id === id);
    const description = [...new Set(same.map(({ summary }) => summary))].join(' ');
    const [first] = same;
    properties[id] = { ...(first && schemaFor(first)), description };
  }
  return { type: 'object', additionalProperties: false, properties };
}

function severitySchema(): Record<string, unknown> {
  return { type: 'string', enum: severities };
}

/** A severity; where the rule has options, also a severity with these. */
function severityOrMore({ options }: ListedRule): Record<string, unknown> {
  const described = Object.entries(options).map(([name, description]) => {
    return [name, { type: 'array', items: { type: 'string' }, description }] as const;
  });
  if (described.length === 0) return severitySchema();
  const own = { type: 'object', additionalProperties: false, properties: Object.fromEntries(described) };
  return {
    anyOf: [
      severitySchema(),
      { type: 'array', items: [severitySchema(), own], minItems: 1, additionalItems: false },
    ],
  };
}
