/** A board that stays open: it follows the house while somebody can see it, and only then. */
import type { Page } from '@playwright/test';

import { receptionist } from '../support/accounts.ts';
import { cardOf, receiveNew, signInAs } from '../support/desk.ts';
import { inventedName } from '../support/invented.ts';
import { atDesk as test, expect, test as outside } from '../support/test.ts';

/** Opens the board and waits until it listens. */
async function openBoard(page: Page): Promise<void> {
  const listens = page.waitForResponse((response) => response.url().endsWith('/events'));
  await page.goto('/desk');
  await listens;
}

/** Puts the page out of sight, or back into it. */
async function turn(page: Page, state: 'hidden' | 'visible'): Promise<void> {
  await page.evaluate((state) => {
    Object.defineProperty(document, 'visibilityState', { value: state, configurable: true });
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
  }, state);
}

/** Counts what the page asks for by itself. */
function asked(page: Page): { count: number } {
  const asked = { count: 0 };
  page.on('request', (request) => {
    if (/\/(desk\/now|events)$/.test(request.url())) asked.count += 1;
  });
  return asked;
}

test('somebody who is received appears on a board that is open elsewhere @js-on', async ({
  page,
  context,
}) => {
  await openBoard(page);
  await page.evaluate(() => void (document.body.dataset.same = 'page'));
  const token = await receiveNew(await context.newPage(), inventedName());
  await expect(cardOf(page, token)).toBeVisible({ timeout: 10_000 });
  await expect(page.locator('body[data-same=page]')).toHaveCount(1);
});

test('without scripts the board refreshes by itself, and can be held still @js-off', async ({
  page,
}) => {
  const refreshes = page.locator('meta[http-equiv=refresh]');
  await page.goto('/desk');
  await expect(refreshes).toHaveCount(1);
  await page.getByRole('link', { name: 'Zo laten staan' }).click();
  await expect(refreshes).toHaveCount(0);
  await page.getByRole('link', { name: 'Weer vernieuwen' }).click();
  await expect(refreshes).toHaveCount(1);
});

test('a board out of sight asks for nothing, and catches up when it is seen again @js-on', async ({
  page,
  context,
}) => {
  await page.clock.install();
  await openBoard(page);
  await turn(page, 'hidden');
  const count = asked(page);
  const token = await receiveNew(await context.newPage(), inventedName());
  await page.clock.fastForward(120_000);
  expect(count.count).toBe(0);
  await expect(cardOf(page, token)).toHaveCount(0);
  await turn(page, 'visible');
  await expect(cardOf(page, token)).toBeVisible({ timeout: 10_000 });
  expect(count.count).toBeGreaterThan(0);
});

test('people are found while somebody types @js-on', async ({ page }) => {
  await page.goto('/desk');
  await expect(async () => {
    await page.locator('#find').fill('');
    await page.locator('#find').pressSequentially('kovalenko');
    await expect(page.locator('ul.hits > li')).toContainText(['Olena Kovalenko'], { timeout: 2_000 });
  }).toPass();
  await expect(page).toHaveURL(/\/desk$/);
});

// It signs in by itself: what it locks must not be the session that other tests share.
outside('a screen that is locked in one tab shows nobody in another @js-on', async ({
  page,
  context,
}) => {
  await signInAs(page, receptionist('own'));
  await openBoard(page);
  const other = await context.newPage();
  await openBoard(other);
  await page.locator('#lock').click();
  await expect(page).toHaveURL(/\/lock$/);
  await expect(other).toHaveURL(/\/lock$/, { timeout: 10_000 });
});
