# syntax=docker/dockerfile:1
# The command line as an image; docs/ci.md shows it at work.

# bulwark ignore=image-digest-missing reason="each build takes the latest patches of the base image"
FROM dhi.io/node:24-debian13-dev AS build
WORKDIR /src
COPY package.json package-lock.json ./
RUN --mount=type=cache,target=/root/.npm npm ci --ignore-scripts
COPY . .
RUN node esbuild.mjs && rm dist/client*.js dist/server*.js dist/dockerfile-language.js

# bulwark ignore=image-digest-missing reason="each build takes the latest patches of the base image"
FROM dhi.io/node:24-debian13
COPY --from=build /src/docs/rules /opt/bulwark/docs/rules
COPY --from=build /src/dist /opt/bulwark/dist
WORKDIR /work
USER 1000:1000
ENTRYPOINT ["node", "/opt/bulwark/dist/cli.js"]
CMD ["lint"]
