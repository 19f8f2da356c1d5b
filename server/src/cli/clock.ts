/**
 * Milliseconds since the process began, with fractions. (`performance.now()` and `process.hrtime()` say as much, but Node has to
 * load or compile what is behind them.)
 */
export function milliseconds(): number {
  return process.uptime() * 1e3;
}
