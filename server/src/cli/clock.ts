/** Milliseconds since some moment, with fractions. (`performance.now()` says as much, but what is behind it takes milliseconds to load.) */
export function milliseconds(): number {
  const [seconds, nanoseconds] = process.hrtime();
  return seconds * 1e3 + nanoseconds / 1e6;
}
