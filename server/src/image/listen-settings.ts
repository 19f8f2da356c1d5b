/** How a variable of the environment or a flag says where a server listens. */
export type ListenForm =
  /** `80`, or several: `80;8080`. */
  | 'port'
  /** `0.0.0.0:80`, `:80`, `http://+:80;https://+:443`. */
  | 'address';

/** Variables by which servers are told their port. */
export const LISTEN_VARIABLES: ReadonlyMap<string, ListenForm> = new Map([
  // Gunicorn and most frameworks of Node: https://gunicorn.org/reference/settings/#bind
  ['PORT', 'port'],
  // https://docs.spring.io/spring-boot/appendix/application-properties/#application-properties.server.server.port
  ['SERVER_PORT', 'port'],
  // https://rocket.rs/guide/v0.5/configuration/
  ['ROCKET_PORT', 'port'],
  // https://learn.microsoft.com/en-us/aspnet/core/fundamentals/servers/kestrel/endpoints
  ['ASPNETCORE_HTTP_PORTS', 'port'],
  ['ASPNETCORE_HTTPS_PORTS', 'port'],
  ['ASPNETCORE_URLS', 'address'],
  // https://flask.palletsprojects.com/en/stable/cli/
  ['FLASK_RUN_PORT', 'port'],
  // https://www.uvicorn.org/settings/
  ['UVICORN_PORT', 'port'],
  // https://nitro.build/deploy/runtimes/node
  ['NITRO_PORT', 'port'],
  // https://quarkus.io/guides/http-reference
  ['QUARKUS_HTTP_PORT', 'port'],
  // https://grafana.com/docs/grafana/latest/setup-grafana/configure-grafana/
  ['GF_SERVER_HTTP_PORT', 'port'],
]);

/** Flags by which servers are told their port: uvicorn, flask, gunicorn, streamlit, ASP.NET, Java's Spring. */
export const LISTEN_FLAGS: ReadonlyMap<string, ListenForm> = new Map([
  ['--port', 'port'],
  ['--http-port', 'port'],
  ['--server.port', 'port'],
  ['-Dserver.port', 'port'],
  ['--bind', 'address'],
  ['--listen', 'address'],
  ['--urls', 'address'],
]);

/** The ports that a value names, each with its place in the value; none where it is written otherwise. */
export function portsIn(
  value: string,
  form: ListenForm,
): readonly { readonly port: number; readonly at: number }[] {
  const pattern = form === 'port' ? /(?<![\w.:])\d{1,5}(?![\w.:])/g : /(?<=:)\d{1,5}(?=[;,/]|$)/g;
  if (!(form === 'port' ? /^\d+(?:[;,]\d+)*$/ : /^[\w./:+*[\];,-]+$/).test(value)) return [];
  return [...value.matchAll(pattern)].map(({ 0: digits, index }) => ({ port: Number(digits), at: index }));
}
