import { arrivalsOf } from '../../../dockerfile/artefacts/arrivals';
import { rootBase } from '../../../dockerfile/artefacts/root-image';
import { inKeywordCase } from '../../../dockerfile/keyword-case';
import { type Dockerfile, type Stage } from '../../../dockerfile/model';
import { insert, replace } from '../../../text/edit';
import { type BuildContext } from '../../../workspace/context';
import { dockerfileRule, type Fix } from '../../rule';
import { newestStatic } from './base-with-library';
import { hasCertificates, mayHaveCertificates, tlsClient } from './certificates';
import { linkingOf } from './linking-of';

export const staticMissingCerts = dockerfileRule({
  id: 'static-missing-certs',
  summary: 'A program on scratch that speaks TLS needs certificates.',
  severity: 'info',
  fix: 'offer',
  messages: {
    base: 'The program calls others by TLS, and scratch has no certificates to trust: every call fails. Copy them from the builder, or start from dhi.io/static, which has them.',
  },
  since: '0.1.0',
  check({ dockerfile, context, report }) {
    for (const stage of dockerfile.targets) {
      const base = rootBase(stage);
      const client = base.isScratch ? tlsClient(stage) : undefined;
      if (client === undefined || mayHaveCertificates(stage)) continue;
      report({
        message: 'base',
        at: stage.base.span,
        offers: [onStatic(stage, context), copied(dockerfile, stage)],
        related: [{ at: client, text: 'This says that it calls others.' }],
      });
    }
  },
});

function onStatic(stage: Stage, context: BuildContext): Fix | undefined {
  if (!stage.base.isScratch) return undefined;
  const libraries = arrivalsOf(stage).flatMap(({ origin }) =>
    origin.kind === 'built' ? (linkingOf(origin, stage, context) ?? []) : [],
  );
  const reference = newestStatic(
    libraries.find((each) => each !== 'static') === undefined ? 'none' : 'glibc',
  );
  return reference === undefined
    ? undefined
    : { title: `Start from ${reference}`, edits: [replace(stage.base.span, reference)] };
}

/** Before the first COPY from a stage that has them. */
function copied(dockerfile: Dockerfile, stage: Stage): Fix | undefined {
  const { source } = dockerfile;
  const copy = arrivalsOf(stage).find(
    ({ copy: { from } }) => from?.stage !== undefined && hasCertificates(from.stage),
  )?.copy;
  if (copy?.from === undefined) return undefined;
  const start = source.lineSpan(source.lineAt(copy.span.start)).start;
  if (source.text.slice(start, copy.span.start).trim() !== '') return undefined;
  const text = `COPY --from=${copy.from.text} /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/`;
  const line = `${inKeywordCase(dockerfile, text)}${source.eol}`;
  return { title: 'Copy the certificates from the builder', edits: [insert(copy.span.start, line)] };
}
