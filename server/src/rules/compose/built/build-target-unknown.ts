import { type ScalarValue } from '../../../compose/value';
import { replaceScalar } from '../../../compose/scalar-edits';
import { closest } from '../../../text/nearest';
import { valueOf } from '../../../text/known';
import { composeRule } from '../../rule';
import { fixOf, markedTexts } from '../marked';
import { builtDockerfile } from './built-dockerfile';

interface UnknownTarget {
  readonly target: ScalarValue;
  readonly name: string;
  /** Of the Dockerfile, in its order. */
  readonly stages: readonly string[];
}

export const buildTargetUnknown = composeRule({
  id: 'build-target-unknown',
  summary: 'The target of a build must be a stage of its Dockerfile.',
  severity: 'error',
  fix: 'offer',
  messages: {
    base: 'The Dockerfile has no stage "{target}", so the build fails. Its stages are: {stages}.',
    unnamed: 'The Dockerfile has no stage "{target}", so the build fails. None of its stages has a name.',
  },
  since: '0.1.0',
  check({ compose, context, report }) {
    const find = (service: Parameters<typeof builtDockerfile>[1]): readonly UnknownTarget[] => {
      const built = service.inheritsUnknown ? undefined : builtDockerfile(compose, service, context);
      const { target } = built?.build ?? {};
      const name = target && valueOf(target.resolved);
      if (built?.stage.state !== 'absent' || target === undefined || name === undefined) return [];
      // Without a stage it is no Dockerfile yet.
      if (built.dockerfile.stages.length === 0) return [];
      return [{ target, name, stages: built.dockerfile.stages.flatMap((stage) => stage.name ?? []) }];
    };
    for (const { what } of markedTexts(compose, find, ({ target }) => target.span)) {
      const { target, name, stages } = what;
      const nearest = closest(name, stages);
      const proposals = new Set([nearest, stages.at(-1)]);
      report({
        message: stages.length === 0 ? 'unnamed' : 'base',
        at: target.span,
        data: { target: name, stages: stages.join(', ') },
        offers: [...proposals].map((stage) =>
          stage === undefined
            ? undefined
            : fixOf(`Build the stage ${stage}`, [replaceScalar(target, stage, compose.style)]),
        ),
      });
    }
  },
});
