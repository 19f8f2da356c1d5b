import { chromium } from 'playwright-core';
import { findChromium } from './chromium.mjs';

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // A worker of a page on this machine may load from this machine.
  '--disable-features=LocalNetworkAccessChecks',
  '--force-color-profile=srgb',
  '--font-render-hinting=none',
];

/** Starts a browser without a window. The caller closes it. */
export async function launchBrowser() {
  return chromium.launch({ executablePath: await findChromium(), args: flags });
}
