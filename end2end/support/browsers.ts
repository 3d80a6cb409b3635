/** Browsers that behave like one at home, where Playwright's own has been made tamer. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { chromium, test, type Browser, type BrowserContext } from '@playwright/test';

/** Pages kept in memory and profiles on the disk are what the light browser does not have. */
const whole = process.env.CHROMIUM || '/usr/bin/chromium';

function settings() {
  const { launchOptions, locale, timezoneId, javaScriptEnabled } = test.info().project.use;
  const own = { locale: locale ?? 'nl-BE', timezoneId: timezoneId ?? 'Europe/Brussels' };
  return { launch: { ...launchOptions, executablePath: whole }, own, javaScriptEnabled: javaScriptEnabled !== false };
}

/** A whole browser: another page that answers in the place of a site is seen by no light one. */
export function wholeBrowser(): Promise<Browser> {
  return chromium.launch(settings().launch);
}

/** A browser that keeps whole pages in memory for its Back button. */
export function browserThatKeepsPages(): Promise<Browser> {
  const { launch } = settings();
  return chromium.launch({ ...launch, ignoreDefaultArgs: ['--disable-back-forward-cache'] });
}

/** A browser with a profile on the disk. */
export interface AtHome {
  readonly context: BrowserContext;
  /** The folder of the profile. */
  readonly folder: string;
  /** Closes the browser if it is open and removes the profile. */
  remove(): Promise<void>;
}

/** Opens a browser with a fresh profile, with the stores that Playwright would switch off. */
export async function browserWithProfile(): Promise<AtHome> {
  const { launch, own, javaScriptEnabled } = settings();
  const folder = await mkdtemp(join(tmpdir(), 'onthaal-profile-'));
  const context = await chromium.launchPersistentContext(folder, {
    ...launch,
    ...own,
    javaScriptEnabled,
    headless: false,
    args: [...(launch.args ?? []), '--headless=new'],
    ignoreDefaultArgs: [
      '--disable-back-forward-cache',
      '--use-mock-keychain',
      '--password-store=basic',
      '--disable-features',
    ],
  });
  return {
    context,
    folder,
    async remove() {
      await context.close();
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
