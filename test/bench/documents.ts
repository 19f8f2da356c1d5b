/** Realistic documents of a wanted size. */

const service = (index: number): string => `FROM python:3.13-slim AS build${index}
WORKDIR /app
ENV UV_LINK_MODE=copy \\
    PATH="/app/.venv/bin:$PATH"
RUN apt-get update && \\
    apt-get install -y --no-install-recommends libpq5 curl && \\
    rm -rf /var/lib/apt/lists/*
COPY --from=ghcr.io/astral-sh/uv:0.9.17 /uv /uvx /bin/
RUN --mount=type=cache,target=/root/.cache/uv \\
    --mount=type=bind,source=uv.lock,target=uv.lock \\
    uv sync --locked --no-install-project
COPY . /app
RUN if [ -n "$DEBUG" ]; then pip install debugpy; fi; \\
    curl -fsSL https://example.com/tool.tar.gz | tar -xz -C /usr/local
USER app
EXPOSE 8000
HEALTHCHECK CMD curl -f http://localhost:8000/ || exit 1
CMD ["python", "-m", "app"]

`;

/** A Dockerfile of this many lines, give or take a stage. */
export function dockerfileOf(lines: number): string {
  let text = '# syntax=docker/dockerfile:1\nARG DEBUG\n';
  for (let index = 0; text.split('\n').length < lines; index++) text += service(index);
  return text.split('\n').slice(0, lines).join('\n');
}

export function composeOf(services: number): string {
  const one = (index: number): string => `  service${index}:
    <<: *base
    image: registry.example.com/team/service:${index}.0.1
    ports:
      - "${8000 + index}:8080"
    environment:
      DATABASE_URL: postgres://db/app
      API_TOKEN: \${API_TOKEN:?}
    volumes:
      - data:/var/lib/app
    depends_on:
      - service${Math.max(0, index - 1)}
`;
  const all = Array.from({ length: services }, (_, index) => one(index)).join('');
  return `x-base: &base\n  restart: unless-stopped\n  cap_drop: [ALL]\nservices:\n${all}volumes:\n  data: {}\n`;
}
