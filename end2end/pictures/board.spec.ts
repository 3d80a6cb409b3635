/** Takes the picture of the board that the README shows: the practice house on a fresh morning. */
import { test } from '@playwright/test';

import { signInAs } from '../support/desk.ts';
import { root } from '../support/program.ts';

test('the board as the receptionist of the practice house sees it', async ({ page }) => {
  await signInAs(page, 'Anke Wouters');
  await page.goto('/desk', { waitUntil: 'load' });
  await page.evaluate(() => document.fonts.ready);
  await page.locator('.live').waitFor();
  await page.screenshot({ path: `${root}docs/board.png` });
});
