/** Debian's Chromium for tests and benches of the web app and of the report page. */
import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

/** Chromium's path; null where none is installed. */
export const CHROMIUM =
  [
    process.env.READOUT_CHROMIUM,
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/usr/bin/google-chrome",
  ].find((path) => path && existsSync(path)) ?? null;

/** Root may not have a sandbox, and the network is none of these tests' business. */
const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export function launchChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: CHROMIUM!, args: FLAGS });
}
