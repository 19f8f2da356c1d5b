import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { baseSettings, settingGroups } from '../../scripts/settings';

interface Manifest {
  readonly icon: string;
  readonly activationEvents: readonly string[];
  readonly capabilities: Readonly<Record<string, { readonly supported: boolean }>>;
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly category: string }[];
    readonly walkthroughs: readonly {
      readonly steps: readonly {
        readonly id: string;
        readonly description: string;
        readonly media: { readonly markdown?: string; readonly svg?: string; readonly altText?: string };
        readonly completionEvents: readonly string[];
      }[];
    }[];
    readonly snippets: readonly { readonly path: string }[];
  };
}

const root = new URL('../../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');
const manifest = JSON.parse(read('package.json')) as Manifest;
const { contributes } = manifest;
const commands = contributes.commands.map(({ command }) => command);
const steps = contributes.walkthroughs.flatMap((walkthrough) => walkthrough.steps);

describe('the manifest', () => {
  it('starts the extension for its languages and for nothing else', () => {
    assert.deepEqual(manifest.activationEvents, [
      'onLanguage:dockerfile',
      'onLanguage:dockercompose',
      'onLanguage:yaml',
    ]);
  });

  it('works in folders that are not trusted and not on a disk', () => {
    assert.equal(manifest.capabilities['untrustedWorkspaces']?.supported, true);
    assert.equal(manifest.capabilities['virtualWorkspaces']?.supported, true);
  });

  it('has an icon of 128 by 128 pixels', () => {
    const png = readFileSync(new URL(manifest.icon, root));
    assert.deepEqual([png.readUInt32BE(16), png.readUInt32BE(20)], [128, 128]);
  });

  it('announces exactly the commands that the client registers', () => {
    const registered = read('client/src/commands/register.ts').matchAll(/registerCommand\(\s*'([\w.]+)'/g);
    assert.deepEqual([...commands].sort(), Array.from(registered, ([, command]) => command).sort());
  });

  it('walks through five steps', () => {
    assert.equal(steps.length, 5);
  });

  for (const { id, description, media, completionEvents } of steps)
    it(`explains the step "${id}", and knows when it is done`, () => {
      const file = media.markdown ?? media.svg ?? '';
      assert.ok(existsSync(new URL(file, root)), file);
      if (media.svg !== undefined)
        assert.ok(read(file).includes(`aria-label="${media.altText ?? ''}"`), file);
      for (const [, command = ''] of description.matchAll(/\(command:(bulwark\.\w+)/g))
        assert.ok(commands.includes(command), command);
      for (const event of completionEvents) {
        const [, kind, what = ''] = /^(\w+):(.+)$/.exec(event) ?? [];
        if (kind === 'onCommand') assert.ok(description.includes(`(command:${what})`), event);
        else assert.ok(kind === 'onSettingChanged' && what in baseSettings, event);
      }
    });

  it('walks through snippets that exist', () => {
    const names = contributes.snippets.flatMap(({ path }) => Object.keys(JSON.parse(read(path)) as object));
    const drawn = read('docs/walkthrough/snippets.svg');
    assert.ok(names.filter((name) => drawn.includes(`>${name}<`)).length >= 5);
  });
});

describe('the settings written by hand', () => {
  it('stand in one group each, in its order', () => {
    const grouped = settingGroups.flatMap(({ settings }) => settings);
    assert.deepEqual([...grouped].sort(), [...Object.keys(baseSettings), 'bulwark.rules'].sort());
    for (const { settings } of settingGroups)
      for (const [index, name] of settings.entries())
        if (name !== 'bulwark.rules') assert.equal(baseSettings[name].order, index + 1, name);
  });

  for (const [name, setting] of Object.entries(baseSettings))
    it(`${name} is described, has a scope and a default`, () => {
      assert.match(setting.markdownDescription, /^[A-Z].*\.$/);
      assert.match(setting.scope, /^(resource|window)$/);
      assert.ok('default' in setting);
      if ('enum' in setting) assert.equal(setting.enum.length, setting.enumDescriptions.length);
    });
});
