/** Takes the picture of the board that the README shows: the practice house on a fresh morning. */
import { chromium, type Page } from '@playwright/test';

import config from '../playwright.config.ts';
import { signInAs } from './desk.ts';
import { root } from './program.ts';
import { freshCentre, startServer } from './server.ts';

const look = { locale: 'nl-BE', viewport: { width: 1440, height: 900 } };

/** Opens the board as the receptionist of the demo sees it, and keeps what is on the screen. */
async function takePicture(page: Page, staff: string): Promise<void> {
  await signInAs(page, 'Anke Wouters', staff);
  await page.goto(`${staff}/desk`, { waitUntil: 'load' });
  await page.evaluate(() => document.fonts.ready);
  await page.waitForLoadState('networkidle').catch(() => undefined);
  await page.screenshot({ path: `${root}docs/board.png` });
}

const centre = await freshCentre('sqlite');
try {
  const server = await startServer(centre);
  const browser = await chromium.launch(config.use?.launchOptions ?? {});
  try {
    await takePicture(await browser.newPage(look), server.staff);
  } finally {
    await browser.close();
    await server.stop();
  }
} finally {
  await centre.remove();
}
