import { switchImages } from '../../../dockerfile/image-switch/switch-images';
import { type Dockerfile, type Stage } from '../../../dockerfile/model';
import { catalogImage } from '../../../image/catalog/catalog';
import { tagWords } from '../../../image/tag-words';
import { instructionsOf } from '../../../dockerfile/walk';
import { dockerfileRule, type Fix } from '../../rule';
import { forbiddenUses } from './forbidden-digests';
import { tagSpanOf } from './twin-tag';

export const dhiFipsMismatch = dockerfileRule({
  id: 'dhi-fips-mismatch',
  summary: 'What is built for FIPS 140 must run on a FIPS image, and the reverse.',
  severity: 'warning',
  fix: 'offer',
  messages: {
    ships:
      'This stage ships without the validated cryptography of FIPS 140, which {other} builds with. Take the FIPS variant, or none in either.',
    builds:
      'What ships stands on the FIPS variant {other}, and this stage builds and tests with other cryptography. Take the FIPS variant here, too.',
  },
  since: '0.1.0',
  about: 'hardened images',
  check({ dockerfile, report }) {
    const stages = dockerfile.stages.filter(hasFipsVariants);
    const [shipped, building] = [true, false].map((ships) =>
      stages.filter((stage) => dockerfile.ships(stage) === ships),
    );
    if (shipped === undefined || building === undefined) return;
    const tell = (message: 'ships' | 'builds', these: readonly Stage[], others: readonly Stage[]): void => {
      const other = others.find(isFipsVariant);
      if (other === undefined) return;
      for (const stage of these.filter((each) => !isFipsVariant(each)))
        report({
          message,
          at: tagSpanOf(stage.base),
          data: { other: other.name ?? other.base.image?.tag ?? other.base.text },
          offers: [toFips(dockerfile, stage)],
          related: [{ at: tagSpanOf(other.base), text: 'This is a FIPS variant.' }],
        });
    };
    tell('ships', shipped, building);
    tell('builds', building, shipped);
  },
});

/** An image without cryptography of its own, as static, brings none for what it runs. */
function hasFipsVariants({ base: { stage, image, facts } }: Stage): boolean {
  if (stage !== undefined || image?.tag === undefined || facts.hardened === undefined) return false;
  const { repository } = facts.hardened;
  return repository !== 'static' && catalogImage(repository)?.fips === true;
}

function isFipsVariant({ base }: Stage): boolean {
  return tagWords(base.image?.tag ?? '').includes('fips');
}

/**
 * `3.13-debian13-fips`, `3.13-debian13-fips-dev`. Absent where a command uses what FIPS 140 forbids.
 * @see https://docs.docker.com/dhi/core-concepts/fips/
 */
function toFips(dockerfile: Dockerfile, stage: Stage): Fix | undefined {
  const { image, span } = stage.base;
  if (image?.tag === undefined || image.digest !== undefined) return undefined;
  const forbidden = instructionsOf(stage, ['RUN', 'CMD', 'ENTRYPOINT', 'HEALTHCHECK']).some(
    (each) => forbiddenUses(each).length > 0,
  );
  const tag = image.tag.endsWith('-dev') ? image.tag.replace(/-dev$/, '-fips-dev') : `${image.tag}-fips`;
  const edits = forbidden
    ? undefined
    : switchImages(dockerfile, [{ span, from: image.text, to: `${image.name}:${tag}` }]);
  return (
    edits && {
      title: `Change to the FIPS variant "${tag}"`,
      edits,
      confirm:
        'FIPS variants come with a subscription, and no public catalogue lists their tags: look whether yours has this one.',
    }
  );
}
