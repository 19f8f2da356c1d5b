import { pythonFault } from '../../../dockerfile/venv/fault';
import { valueOf } from '../../../text/known';
import { dockerfileRule } from '../../rule';
import { foreignModules } from './node-modules';
import { buildOnSame } from './same-base';
import { buildSameVersion } from './same-version';
import { foreignPackages } from './site-packages';
import { copiedVenvs } from './target-venvs';

export const interpreterPathMismatch = dockerfileRule({
  id: 'interpreter-path-mismatch',
  summary: 'What was installed for an interpreter must run on the same one, at the same place.',
  severity: 'error',
  fix: 'offer',
  messages: {
    none: 'Nothing in this environment starts: its Python is in {folder} of the build stage, and this stage has none.',
    elsewhere:
      'Nothing in this environment starts: its Python is in {folder} of the build stage, and that of this stage in {there}.',
    version:
      'Nothing in this environment starts: it was made with Python {made}, and the Python of this stage is {version}.',
    packages: 'The Python of this stage is {version} and does not look for packages in {folder}.',
    script:
      'This program names {folder}/python in its first line, and the Python of this stage is in {there}.',
    scriptNone: 'This program names {folder}/python in its first line, and this stage has no Python.',
    modules:
      'The native parts of these modules were built for Node {made}, and this stage has Node {version}, which refuses to load them.',
    toolchain:
      'The build stage has compilers for native modules, and its Node is {made}; the Node {version} of this stage may refuse to load what they built.',
  },
  since: '0.1.0',
  check({ dockerfile, report }) {
    for (const { placed, target, last } of copiedVenvs(dockerfile)) {
      const fault = pythonFault(target, placed);
      if (fault === undefined) continue;
      const { python, there, kind } = fault;
      // The rule about the Python of uv's environments speaks of those that have none.
      if (kind === 'missing' && placed.venv.by === 'uv') continue;
      const version = (there && valueOf(there.version)) ?? '';
      const made = valueOf(python.version) ?? '';
      report({
        message: kind === 'version' ? 'version' : there === undefined ? 'none' : 'elsewhere',
        at: last.source.span,
        data: {
          folder: valueOf(python.folder) ?? '',
          there: there?.folder ?? '',
          made,
          version,
        },
        offers: [
          kind === 'version'
            ? buildSameVersion(placed.venv.stage, made, version)
            : buildOnSame(dockerfile, placed.venv, target),
        ],
        related: [{ at: placed.venv.command.span, text: 'The environment is made here.' }],
      });
    }
    for (const stage of dockerfile.targets) {
      for (const packages of foreignPackages(stage)) report(packages);
      for (const { at, isCertain, made, version, builder } of foreignModules(stage))
        report({
          message: isCertain ? 'modules' : 'toolchain',
          at,
          data: { made, version },
          severity: isCertain ? undefined : 'warning',
          offers: [buildSameVersion(builder, made, version)],
        });
    }
  },
});
