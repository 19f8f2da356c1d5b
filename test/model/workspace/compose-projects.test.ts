import assert from 'node:assert/strict';
import { type Service } from '../../../server/src/compose/model';
import { fetchContext } from '../../../server/src/workspace/fetch-context';
import { valueOf } from '../../../server/src/text/known';
import { hostOf, placeIn, projectOf, type ProjectTexts, serviceOf, viewsIn } from '../../support/project';

const web = (...lines: readonly string[]): string =>
  `services:\n  web:\n${lines.map((line) => `    ${line}\n`).join('')}`;

/** The images of `web` in every view of a document. */
async function images(texts: ProjectTexts, path: string, listed: readonly string[] = []): Promise<unknown> {
  return (await viewsIn(texts, path, listed)).map((view) => view.service('web')?.image?.text);
}

describe('projects of a Compose file', () => {
  it('are the main file with its override, seen from both', async () => {
    const texts = { 'compose.yaml': web('image: a'), 'compose.override.yml': web('image: b') };
    assert.deepEqual(await images(texts, 'compose.yaml'), ['b']);
    assert.deepEqual(await images(texts, 'compose.override.yml'), ['b']);
  });

  it('start with the best name that is there', async () => {
    const texts = {
      'docker-compose.yml': web('image: a'),
      'docker-compose.override.yml': web('image: b'),
      'compose.yaml': web('image: c'),
    };
    assert.deepEqual(await images(texts, 'compose.yaml'), ['b']);
    assert.deepEqual(await images(texts, 'docker-compose.yml'), ['a']);
  });

  it('are what COMPOSE_FILE in .env names, also from another folder', async () => {
    const texts = {
      '.env': 'COMPOSE_FILE=base.yaml:more/prod.yaml\nTAG=7\n',
      'base.yaml': web('image: a', 'user: "${TAG}"'),
      'more/prod.yaml': web('image: b'),
      'compose.yaml': web('image: c'),
    };
    assert.deepEqual(await images(texts, 'base.yaml'), ['b']);
    assert.deepEqual(await images(texts, 'more/prod.yaml'), ['b']);
    assert.deepEqual(await images(texts, 'compose.yaml'), ['c']);
    const [view] = await viewsIn(texts, 'more/prod.yaml');
    assert.deepEqual(view?.service('web')?.user?.resolved, { state: 'known', value: '7' });
  });

  it('are what the settings name, relative to the workspace folder', async () => {
    const texts = { 'sub/compose.yaml': web('image: a'), 'prod.yaml': web('image: b') };
    const listed = ['sub/compose.yaml', './prod.yaml'];
    assert.deepEqual(await images(texts, 'sub/compose.yaml', listed), ['b']);
    assert.deepEqual(await images(texts, 'prod.yaml', listed), ['b']);
    assert.deepEqual(await images(texts, 'sub/compose.yaml'), ['a']);
  });

  it('take a file that only completes services for one that lies over the main file', async () => {
    const texts = {
      'compose.yaml': web('image: a'),
      'compose.override.yaml': web('user: o'),
      'compose.prod.yaml': web('read_only: true'),
      'compose.other.yaml': web('image: z'),
    };
    assert.deepEqual(await images(texts, 'compose.prod.yaml'), ['a']);
    assert.equal((await projectOf(texts, 'compose.prod.yaml')).service('web')?.user, undefined);
    assert.deepEqual(await images(texts, 'compose.other.yaml'), ['z']);
    assert.equal((await projectOf(texts, 'compose.other.yaml')).isWhole, false);
    assert.deepEqual(await images(texts, 'compose.yaml'), ['a']);
  });

  it('leave open what a file may say that is no YAML, while it is typed', async () => {
    const texts = {
      'compose.yaml': web('image: a'),
      'compose.override.yaml': 'services:\n  web: {cap_drop: [A\n',
    };
    assert.equal((await serviceOf(texts)).inheritsUnknown, true);
  });

  it('end at the workspace', async () => {
    const uri = 'file:///w/compose.yaml';
    const outside = 'services:\n  web:\n    extends: {file: ../base.yaml, service: web}\n';
    const texts = { 'compose.yaml': outside };
    const host = hostOf(texts);
    const { compose } = await fetchContext(host, uri, 'compose');
    assert.equal(compose?.projects.length, 1);
    assert.equal((await serviceOf(texts)).inheritsUnknown, true);
  });
});

describe('extends of another file', () => {
  const texts = {
    'compose.yaml': web('extends: {file: common/base.yaml, service: app}', 'volumes: [./a:/a]'),
    'common/base.yaml':
      'services:\n  app:\n    extends: root\n    image: "x:${TAG:-1}"\n    volumes: [./b:/b]\n  root: {user: root}\n  unused: {privileged: true}\n',
  };

  it('gives its values, each with its place', async () => {
    const compose = await projectOf(texts);
    const service = compose.service('web');
    assert.ok(service?.image && service.user);
    assert.equal(service.inheritsUnknown, false);
    assert.equal(service.image.origin.kind, 'extends');
    assert.deepEqual(
      [service.image, service.user, ...service.volumes.map(({ value }) => value)].map((value) =>
        placeIn(compose, value),
      ),
      [
        'common/base.yaml: "x:${TAG:-1}"',
        'common/base.yaml: root',
        'common/base.yaml: ./b:/b',
        'compose.yaml: ./a:/a',
      ],
    );
    const folders = service.volumes.map(({ value }) => compose.placeOf(value.span).folder);
    assert.deepEqual(folders, ['file:///w/common', 'file:///w']);
  });

  it('is seen from the base: its text there, and services that nobody extends by themselves', async () => {
    const views = await viewsIn(texts, 'common/base.yaml');
    const services = views.map((view) =>
      view.services.map(({ name, inheritsUnknown }) => `${name}${inheritsUnknown ? ' is open' : ''}`),
    );
    assert.deepEqual(services, [['web'], ['unused is open']]);
    const [view] = views;
    const user = view?.service('web')?.user;
    assert.ok(view && user);
    assert.equal(view.isOwn(user.span), true);
    assert.equal(view.source.slice(user.span), 'root');
    assert.equal(views[1]?.isWhole, false);
  });

  it('is found from folders beside the base', async () => {
    const near = {
      'common.yaml': web('image: a'),
      'apps/compose.yaml': 'services:\n  app:\n    extends: {file: ../common.yaml, service: web}\n',
    };
    assert.deepEqual(
      (await viewsIn(near, 'common.yaml')).map(({ services }) => services.map(({ name }) => name)),
      [['app'], []],
    );
  });

  it('ends in circles', async () => {
    const circle = (file: string): string => web('image: a', `extends: {file: ${file}, service: web}`);
    const service = await serviceOf({
      'compose.yaml': circle('b.yaml'),
      'b.yaml': circle('./compose.yaml'),
    });
    assert.equal(service.inheritsUnknown, true);
    assert.equal(service.image?.text, 'a');
    const own = await serviceOf({ 'compose.yaml': circle('compose.yaml') });
    assert.equal(own.inheritsUnknown, true);
  });

  it('is unknown where the file is missing, broken or without the service', async () => {
    const main = web('extends: {file: b.yaml, service: app}');
    for (const base of [undefined, 'services:\n  app: {image: x\n', 'services: {}\n']) {
      const service = await serviceOf({
        'compose.yaml': main,
        ...(base === undefined ? {} : { 'b.yaml': base }),
      });
      assert.equal(service.inheritsUnknown, true, base);
    }
  });
});

describe('include', () => {
  const names = ({ name }: Service): string => name;

  it('brings services, in the short and the long form, with paths and variables of their own', async () => {
    const texts = {
      '.env': 'TAG=main\n',
      'compose.yaml':
        'include:\n  - a/compose.yaml\n  - path: [b/one.yaml, b/two.yaml]\n    project_directory: b/deep\n    env_file: b.env\nservices:\n  web: {image: w, depends_on: [a]}\n',
      'a/compose.yaml':
        'include: [../c/c.yaml]\nservices:\n  a: {image: "a:${TAG}${OWN}", volumes: [./x:/x]}\n',
      'a/.env': 'TAG=a\nOWN=o\n',
      'b/one.yaml': 'services:\n  b: {image: "b:${B}", user: root}\n',
      'b/two.yaml': 'services:\n  b: {user: "1", volumes: [./y:/y]}\n',
      'b.env': 'B=env\n',
      'c/c.yaml': 'services:\n  c: {image: c}\n',
    };
    const compose = await projectOf(texts);
    assert.equal(compose.isWhole, true);
    assert.deepEqual(compose.services.map(names), ['c', 'a', 'b', 'web']);
    const [a, b] = [compose.service('a'), compose.service('b')];
    assert.deepEqual(
      [a, b].map((service) => service?.image && valueOf(service.image.resolved)),
      ['a:maino', 'b:env'],
    );
    assert.equal(b?.user?.text, '1');
    const folders = [a, b].map(
      (service) => service?.volumes[0] && compose.placeOf(service.volumes[0].value.span).folder,
    );
    assert.deepEqual(folders, ['file:///w/a', 'file:///w/b/deep']);
  });

  it('is seen from the included file, beside its own project', async () => {
    const texts = {
      'compose.yaml': 'include: [a/compose.yaml]\nservices:\n  web: {image: w}\n',
      'compose.override.yaml': 'services:\n  a: {user: "1"}\n',
      'a/compose.yaml': 'services:\n  a: {image: a}\n',
    };
    const views = await viewsIn(texts, 'a/compose.yaml');
    assert.deepEqual(
      views.map((view) => [view.services.map(names), view.service('a')?.user?.text]),
      [
        [['a'], undefined],
        [['a', 'web'], '1'],
      ],
    );
  });

  it('is not whole where a file cannot be read', async () => {
    for (const path of ['gone.yaml', 'https://example.com/compose.yaml', '${NOBODY}', '~/x.yaml']) {
      const compose = await projectOf({
        'compose.yaml': `include: ["${path}"]\nservices:\n  web: {image: w}\n`,
      });
      assert.equal(compose.isWhole, false, path);
      assert.equal(compose.service('web')?.inheritsUnknown, false, path);
    }
    const text = { 'compose.yaml': 'services:\n  web: {image: w}\n' };
    assert.equal((await projectOf(text)).isWhole, true);
  });

  it('ends in circles, and after many files', async () => {
    const circle = { 'compose.yaml': 'include: [b.yaml]\n', 'b.yaml': 'include: [compose.yaml]\n' };
    assert.equal((await projectOf(circle)).isWhole, false);
    const many: Record<string, string> = {};
    const paths = Array.from({ length: 400 }, (_, index) => `f${index}.yaml`);
    for (const path of paths) many[path] = 'services: {}\n';
    const host = hostOf({ ...many, 'compose.yaml': `include: [${paths.join(', ')}]\n` });
    const { compose } = await fetchContext(host, 'file:///w/compose.yaml', 'compose');
    assert.equal(compose?.projects[0]?.isWhole, false);
    assert.ok(host.asked.length < 500, String(host.asked.length));
  });

  it('takes a file that many include only once', async () => {
    const many: Record<string, string> = { 'compose.yaml': 'include: [f0.yaml, g0.yaml]\n' };
    for (let index = 0; index < 15; index++)
      for (const name of ['f', 'g'])
        many[`${name}${index}.yaml`] = `include: [f${index + 1}.yaml, g${index + 1}.yaml]\n`;
    for (const name of ['f15.yaml', 'g15.yaml']) many[name] = web('image: last');
    const { compose } = await fetchContext(hostOf(many), 'file:///w/compose.yaml', 'compose');
    assert.equal(compose?.projects[0]?.files.length, 33);
  });

  it('opens services where a file that lies over others is missing', async () => {
    const texts = { '.env': 'COMPOSE_FILE=compose.yaml:gone.yaml\n', 'compose.yaml': web('image: a') };
    assert.equal((await serviceOf(texts)).inheritsUnknown, true);
  });
});

it('asks for folders of a project at the place where its paths start', async () => {
  const texts = {
    '.env': 'COMPOSE_FILE=compose.yaml:more/prod.yaml\n',
    'compose.yaml': web('image: a'),
    'more/prod.yaml': web('volumes: ["./app:/app"]'),
    'app/uv.lock': '',
  };
  const context = await fetchContext(hostOf(texts), 'file:///w/more/prod.yaml', 'compose');
  assert.equal(context.hasIn('./app', 'uv.lock'), true);
  assert.equal(context.has('app'), true);
});

describe('variables of a project', () => {
  const main = web('image: "nginx:${TAG}"', 'user: "${ME:-app}"', 'hostname: "${NOBODY}"');

  it('are those of .env beside the file', async () => {
    const service = await serviceOf({ '.env': 'TAG=1.2\nME=root\n', 'compose.yaml': main });
    assert.equal(service.image && valueOf(service.image.resolved), 'nginx:1.2');
    assert.equal(service.image?.interpolation.fromOutside, true);
    assert.equal(service.user && valueOf(service.user.resolved), 'root');
    assert.equal(service.scalar('hostname')?.resolved.state, 'unknown');
  });

  it('do not stand for what the file says', async () => {
    const text = web('environment: {A: "${TAG}", B: "x${C:-y}", D: z}', 'labels: ["a=${TAG}"]');
    const { environment, labels } = await serviceOf({ '.env': 'TAG=1\nC=2\n', 'compose.yaml': text });
    assert.deepEqual(
      [...environment, ...labels].map(({ value, literal }) => [valueOf(value), valueOf(literal)]),
      [
        ['1', undefined],
        ['x2', 'xy'],
        ['z', 'z'],
        ['1', undefined],
      ],
    );
  });

  it('of a container are those of environment over those of env_file', async () => {
    const service = await serviceOf({
      'compose.yaml': web('env_file: [a.env, {path: b.env}]', 'environment: {A: own, SHELL_ONLY: }'),
      'a.env': 'A=1\nB=2\nC=3\n',
      'b.env': 'B=4\n',
    });
    const values = ['A', 'B', 'C', 'D', 'SHELL_ONLY'].map((name) => {
      const value = service.variable(name);
      return valueOf(value) ?? value.state;
    });
    assert.deepEqual(values, ['own', '4', '3', 'absent', 'unknown']);
  });

  it('of a container are unknown beyond a file that cannot be read', async () => {
    const service = await serviceOf({
      'compose.yaml': web('env_file: [a.env, gone.env, b.env]'),
      'a.env': 'A=1\n',
      'b.env': 'B=2\n',
    });
    assert.deepEqual(
      ['A', 'B'].map((name) => service.variable(name).state),
      ['unknown', 'known'],
    );
  });
});
