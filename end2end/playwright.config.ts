/**
 * Browser tests in the system's Chromium, every test with JavaScript on and off.
 *
 * A test that makes sense only one way carries the tag `@js-on` or `@js-off`. The servers'
 * addresses come from the environment (see support/start.ts), one server for a whole round.
 */
import { defineConfig } from '@playwright/test';

const engine = process.env.ONTHAAL_ENGINE ?? 'sqlite';
const asRoot = process.getuid?.() === 0;

/**
 * Each proof once, unless every one runs at its full size: how a screen looks and what a browser keeps
 * of it does not depend on the engine, and the pages that are looked at for everybody are the same
 * without scripts. Without scripts on the second engine, the main journey alone.
 */
const full = process.env.ONTHAAL_PROOF === 'full';
const once = engine === 'postgres' && !full;
const looks = once ? [/for everybody/] : [];
const withoutScripts = full ? looks : [/for everybody/];
const ofTheBrowser = /(back-button|device|languages|portal|privacy|typing)\.spec\.ts$/;
const journeys = once ? { testMatch: /visitors\.spec\.ts$/ } : {};

/** The light browser where there is one: an empty name means there is none. */
const program = process.env.CHROMIUM_SHELL || process.env.CHROMIUM || '/usr/bin/chromium';

/** Keeps Chromium from talking to anybody but the server under test. */
const quiet = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export default defineConfig({
  testDir: 'tests',
  testIgnore: once ? [ofTheBrowser] : [],
  outputDir: `../target/browser/${engine}`,
  globalSetup: './support/start.ts',
  forbidOnly: Boolean(process.env.CI),
  fullyParallel: true,
  workers: 2,
  retries: process.env.CI ? 1 : 0,
  timeout: 30_000,
  expect: { timeout: 5_000 },
  reporter: [['line'], ['json', { outputFile: `../target/logs/browser-${engine}.json` }]],
  use: {
    ...(process.env.ONTHAAL_STAFF ? { baseURL: process.env.ONTHAAL_STAFF } : {}),
    locale: 'nl-BE',
    timezoneId: 'Europe/Brussels',
    screenshot: 'only-on-failure',
    trace: 'on-first-retry',
    launchOptions: {
      executablePath: program,
      args: asRoot ? ['--no-sandbox', ...quiet] : quiet,
    },
  },
  projects: [
    { name: 'js-on', grepInvert: [/@js-off/, ...looks], use: { javaScriptEnabled: true } },
    {
      name: 'js-off',
      ...journeys,
      grepInvert: [/@js-on/, ...withoutScripts],
      use: { javaScriptEnabled: false },
    },
  ],
});
