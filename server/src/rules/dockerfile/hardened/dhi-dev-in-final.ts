import { type Dockerfile, type Stage } from '../../../dockerfile/model';
import { rootOf } from '../../../dockerfile/chain';
import { changesInTitle } from '../../../image/counterpart/describe';
import { openscapVariant } from '../../../image/openscap';
import { dockerfileRule, type Fix } from '../../rule';
import { isDevVariant } from './dev-variant';
import { retag, runtimeTwinOf, tagSpanOf } from './twin-tag';

export const dhiDevInFinal = dockerfileRule({
  id: 'dhi-dev-in-final',
  summary: 'The final stage must stand on the runtime variant of a hardened image.',
  severity: 'warning',
  fix: 'offer',
  messages: {
    base: '{image} is a build variant, so what ships runs as root and carries a shell and a package manager. Build with it, and copy the result into the runtime variant.',
    inherited:
      'This stage ships what the build variant {image} brings: root, a shell and a package manager. Start from the runtime variant, and copy the result into it.',
  },
  since: '0.1.0',
  about: 'hardened images',
  check({ dockerfile, report }) {
    for (const stage of dockerfile.targets) {
      const root = rootOf(stage);
      // OpenSCAP's build variant is what runs oscap-docker.
      if (!isDevVariant(root.base.facts) || openscapVariant(root.base.facts) !== undefined) continue;
      const data = { image: root.base.text };
      if (root === stage)
        report({ message: 'base', at: tagSpanOf(stage.base), data, offers: [toRuntime(dockerfile, stage)] });
      else report({ message: 'inherited', at: stage.base.span, data });
    }
  },
});

/** A stage that runs commands needs the dev variant for them: it has to be split, which no edit of the tag can do. */
function toRuntime(dockerfile: Dockerfile, { base, instructions }: Stage): Fix | undefined {
  const needsShell = instructions.some(
    ({ keyword, json }) =>
      keyword === 'RUN' || ((keyword === 'CMD' || keyword === 'ENTRYPOINT') && json === undefined),
  );
  const twin = needsShell ? undefined : runtimeTwinOf(base);
  const edits = retag(dockerfile, base, twin?.tag);
  if (twin === undefined || edits === undefined) return undefined;
  return {
    title: `Change to the runtime variant "${twin.tag}"${changesInTitle(twin.changes)}`,
    edits,
  };
}
