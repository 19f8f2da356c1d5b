import { type Service } from '../../../compose/model';
import { type ScalarValue } from '../../../compose/value';
import { composeRule } from '../../rule';
import { markedTexts } from '../marked';
import { serviceImage } from './service-image';

export const buildAndImageLatest = composeRule({
  id: 'build-and-image-latest',
  summary: 'The image that a service builds must be named with a tag.',
  severity: 'hint',
  fix: 'none',
  messages: {
    base: 'What is built here gets the name {image}:latest and takes it from the build before; a tag, such as ${TAG:-dev}, tells builds apart.',
  },
  sameAs: { dclint: ['no-build-and-image'] },
  since: '0.1.0',
  check({ compose, report }) {
    for (const { what } of markedTexts(compose, untagged, ({ span }) => span))
      report({ message: 'base', at: what.span, data: { image: what.text } });
  },
});

function untagged(service: Service): readonly ScalarValue[] {
  const image = serviceImage(service);
  if (service.build === undefined || image === undefined) return [];
  const { tag, digest } = image.reference;
  const tags = service.build.entry('tags');
  return tag === undefined && digest === undefined && tags === undefined ? [image.scalar] : [];
}
