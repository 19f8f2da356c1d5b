import { type Stage } from '../../../dockerfile/model';
import { instructionsOf } from '../../../dockerfile/walk';
import { packageCommand } from '../../../shell/package-managers/package-command';
import { isUvImage, newestUv } from '../../../image/uv';
import { insert, replace } from '../../../text/edit';
import { basePair, hardenedFor, type BasePair, type HardenedBase } from '../../hardened-base';
import { buildTwin } from '../../../image/counterpart/for-stage';
import { parseReference, type ImageReference } from '../../../image/reference';
import { type Step } from '../../plan';
import { type Shipment } from '../language';

/** Brings uv into a stage. The hardened uv needs the glibc of its own release; elsewhere its publisher's own runs, which is static. */
export function copyUv(system: string, version = newestUv): string {
  const hardened = hardenedFor(`ghcr.io/astral-sh/uv:${version}`, 'runtime');
  const fits = hardened?.listed.version === version && hardened.listed.system === system;
  return `COPY --from=${fits ? hardened.reference : `ghcr.io/astral-sh/uv:${version}`} /uv /uvx /bin/`;
}

/** The images in place of one that holds uv and a Python: `ghcr.io/astral-sh/uv:python3.12-bookworm-slim`. */
export function pythonOfUvImage(image: ImageReference | undefined): BasePair | undefined {
  if (image === undefined || !isUvImage(image)) return undefined;
  const [, python, system = ''] = /^(?:\d+\.\d+\.\d+-)?python(3\.\d+)-?(.*)$/.exec(image.tag ?? '') ?? [];
  if (python === undefined) return undefined;
  const parsed = parseReference(
    `python:${python}${system === '' ? '' : `-${system.replace(/^(\w+)-slim$/, 'slim-$1')}`}`,
  );
  return 'reference' in parsed ? basePair(parsed.reference) : undefined;
}

/** Version of uv that an image of it names. */
export function uvVersionOf({ tag = '' }: ImageReference): string | undefined {
  return /^(\d+\.\d+\.\d+)(?:-|$)/.exec(tag)?.[1];
}

/** Build stages that stand on an image of uv with a Python: they get the hardened Python, and uv by COPY. */
export function uvImageSteps(
  { dockerfile }: Shipment,
  runtime: HardenedBase,
): { readonly steps: readonly Step[]; readonly handled: ReadonlySet<Stage> } {
  const handled = new Set<Stage>();
  const steps = dockerfile.stages.flatMap((stage): readonly Step[] => {
    const { image } = stage.base;
    const pair = dockerfile.ships(stage) ? undefined : pythonOfUvImage(image);
    if (image === undefined || pair === undefined) return [];
    const build = pair.runtime?.listed.version === runtime.listed.version ? buildTwin(runtime) : pair.build;
    if (build === undefined) return [];
    handled.add(stage);
    const { source } = dockerfile;
    const end = source.lineSpan(source.lineAt(stage.from.span.end)).end;
    return [
      {
        id: `base-${stage.index}`,
        title: `Stand on \`${build.reference}\`, and copy uv into it`,
        why: `\`${stage.base.text}\` holds uv and a Python, and the hardened uv holds no Python. An environment made here runs in the other stage only if both have the same Python at the same place, so both stand on the hardened one.`,
        edits: [
          replace(stage.base.span, build.reference),
          insert(end, source.eol + copyUv(build.listed.system, uvVersionOf(image))),
        ],
      },
    ];
  });
  return { steps, handled };
}

/** RUNs that bring uv by its installer or by pip and do nothing else: a COPY does the same, in a known version. */
export function installerSteps({ chain, dockerfile }: Shipment, system: string): readonly Step[] {
  const stages = new Set([...chain, ...dockerfile.stages.filter((stage) => !dockerfile.ships(stage))]);
  return [...stages].flatMap((stage) =>
    instructionsOf(stage, 'RUN').flatMap((run): readonly Step[] => {
      const version = installedVersion(run.script?.complete === true ? run.script.commands : []);
      if (version === undefined) return [];
      return [
        {
          id: `uv-source-${run.index}`,
          title: 'Copy uv from its image instead of running an installer',
          why: 'An installer from the network is run as it is on that day. The image of uv is signed, has a version, and brings two files.',
          edits: [replace(run.span, copyUv(system, version === '' ? newestUv : version))],
        },
      ];
    }),
  );
}

type Commands = readonly Parameters<typeof packageCommand>[0][];

/** The version of uv that commands install and do nothing else; empty where they name none. */
export function installedVersion(commands: Commands): string | undefined {
  const [only, ...more] = commands;
  if (only === undefined) return undefined;
  const text = commands.flatMap(({ args }) => args.map(({ value }) => value)).join(' ');
  const isInstaller = /https:\/\/astral\.sh\/uv\/(?:[\d.]+\/)?install\.sh/.test(text);
  if (isInstaller && commands.every(({ name }) => /^(?:curl|wget|sh|bash|ash)$/.test(name)))
    return /astral\.sh\/uv\/(\d+\.\d+\.\d+)\//.exec(text)?.[1] ?? '';
  const called = more.length === 0 ? packageCommand(only) : undefined;
  if (called?.manager.name !== 'pip' || called.action !== 'install' || called.operands.length !== 1)
    return undefined;
  return /^uv(?:==(\d+\.\d+\.\d+))?$/
    .exec(called.operands[0]?.value ?? '')
    ?.slice(1)
    .map((each: string | undefined) => each ?? '')[0];
}
