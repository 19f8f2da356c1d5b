import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { globSync } from 'tinyglobby';
import { parseDockerfile } from '../../server/src/dockerfile/parse';
import { namesHardenedImage } from '../../server/src/rules/dockerfile/images/hardened-images';
import { dockerfileRules } from '../../server/src/rules/dockerfile-rules';
import { defaultSettings, type Settings } from '../../server/src/service/settings';
import { Source } from '../../server/src/text/source';
import { contextOf } from '../support/context';
import { testDay } from '../support/look';
import { examplesOf, sectionsOf } from '../support/rule-page';

const mirror = 'registry.example.com/hardened/';
const withMirror: Settings = { ...defaultSettings, hardenedImageMirrors: [mirror] };

/** Every Dockerfile of the pages: as it stands, and where no hardened image is what it seems. */
function* texts(): Generator<readonly [text: string, settings: Settings]> {
  for (const path of globSync(['docs/rules/*.md'])) {
    const page = readFileSync(path, 'utf8');
    for (const section of sectionsOf(page).keys())
      for (const { language, code } of examplesOf(page, section)) {
        if (language !== 'dockerfile') continue;
        yield [code, defaultSettings];
        if (!code.includes('dhi.io/')) continue;
        yield [code.replaceAll('dhi.io/', 'docker.io/library/'), defaultSettings];
        yield [code.replaceAll('dhi.io/', '$REGISTRY/'), defaultSettings];
        yield [code.replaceAll('dhi.io/', mirror), defaultSettings];
        yield [code.replaceAll('dhi.io/', mirror), withMirror];
      }
  }
}

/** Ids of the rules about hardened images that report something when they are asked outright. */
function reporting(text: string, settings: Settings): readonly string[] {
  const source = new Source(text);
  const { hardenedImageMirrors } = settings;
  const dockerfile = parseDockerfile(source, { hardenedImageMirrors });
  const ids: string[] = [];
  for (const { about, check, meta } of dockerfileRules)
    if (about === 'hardened images')
      check({
        source,
        dockerfile,
        context: contextOf(undefined),
        options: settings,
        today: testDay,
        isOn: () => true,
        report: () => ids.push(meta.id),
      });
  const named = namesHardenedImage(dockerfile, settings);
  if (!named) assert.deepEqual(ids, [], text);
  return ids;
}

describe('a rule about hardened images', () => {
  it('has nothing to say of a file that names none', () => {
    const heard = new Set<string>();
    let without = 0;
    for (const [text, settings] of texts()) {
      const ids = reporting(text, settings);
      for (const id of ids) heard.add(id);
      if (ids.length === 0) without += 1;
    }
    // The texts are such that all of them speak, and that most of them are silent.
    assert.deepEqual(
      [...heard].sort(),
      dockerfileRules
        .filter(({ about }) => about === 'hardened images')
        .map(({ meta }) => meta.id)
        .sort(),
    );
    assert.ok(without > 500, `${without}`);
  });

  it('is asked where a stage stands on one, a file comes from one, or a mirror has it', () => {
    const names = (text: string, hardenedImageMirrors: readonly string[] = []): boolean =>
      namesHardenedImage(parseDockerfile(new Source(text), { hardenedImageMirrors }), {
        ...defaultSettings,
        hardenedImageMirrors,
      });
    assert.equal(names('ARG BASE=dhi.io/python\nFROM $BASE:3.13\n'), true);
    assert.equal(names('FROM debian:13\nCOPY --from=dhi.io/uv:0 /uv /bin/\n'), true);
    assert.equal(names('FROM debian:13\nRUN --mount=from=acme/dhi-uv:0,target=/uv uv --version\n'), true);
    assert.equal(names('FROM registry.example.com/hardened/python:3.13\n'), false);
    assert.equal(names('FROM registry.example.com/hardened/python:3.13\n', [mirror]), true);
    assert.equal(names('# dhi.io/python\nFROM python:3.13\nLABEL base=dhi.io/python\n'), false);
  });
});
