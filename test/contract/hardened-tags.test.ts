import assert from 'node:assert/strict';
import { catalogImage, catalogNames } from '../../server/src/image/catalog/catalog';
import { type CatalogFacts } from '../../server/src/image/catalog/model';
import { look } from '../support/look';

/** One tag for each set of facts that the catalogue holds. */
function* everyKindOfImage(): Generator<string> {
  for (const name of catalogNames()) {
    const seen = new Set<CatalogFacts>();
    for (const { tag, facts } of catalogImage(name)?.tags.values() ?? []) {
      if (seen.has(facts)) continue;
      seen.add(facts);
      yield `dhi.io/${name}:${tag}`;
    }
  }
}

const dockerfile = (image: string): string => `FROM ${image} AS build
WORKDIR /app
RUN apt-get install -y curl && python3 -m venv /app/.venv && npm ci
FROM ${image}
COPY --from=build /app /app
USER root
EXPOSE 80
VOLUME /data
HEALTHCHECK CMD curl -f http://localhost/ || exit 1
CMD npm start
`;

const compose = (image: string): string => `services:
  web:
    image: ${image}
    command: sh -c "exec app"
    healthcheck: { test: curl -f http://localhost/ }
    ports: ["80:80"]
    volumes: ["data:/data"]
volumes:
  data: {}
`;

describe('every kind of hardened image', () => {
  it('is looked at by all rules without one that throws', () => {
    let looked = 0;
    for (const image of everyKindOfImage()) {
      look('dockerfile', dockerfile(image));
      look('compose', compose(image));
      looked++;
    }
    assert.ok(looked > 1000, `${looked} images`);
  }).timeout(120_000);
});
