/** The languages of the screens. */
import type { Page } from '@playwright/test';

import { accountFor } from '../support/accounts.ts';
import { andArrive, signInAs } from '../support/desk.ts';
import { expect, test } from '../support/test.ts';

const languages = [
  { code: 'fr', own: 'Français', board: /Qui est/ },
  { code: 'de', own: 'Deutsch', board: /Wer ist/ },
  { code: 'en', own: 'English', board: /Who is/ },
];

async function speak(page: Page, name: string): Promise<void> {
  await page.locator('details.menu summary').click();
  const choice = page.locator('details.menu').getByRole('button', { name });
  await andArrive(page, () => choice.click());
}

const expectLanguage = (page: Page, code: string) =>
  expect(page.locator('html')).toHaveAttribute('lang', code);

test('the screens speak the language that is chosen, and go on doing so', async ({ page }) => {
  test.slow();
  await signInAs(page, accountFor('speaks').name);
  await expectLanguage(page, 'nl');
  for (const { code, own, board } of languages) {
    await page.goto('/desk');
    await speak(page, own);
    await expect(page).toHaveURL(/\/desk$/);
    await expectLanguage(page, code);
    await expect(page.getByRole('heading', { level: 1, name: board })).toBeVisible();
    await page.goto('/account');
    await expectLanguage(page, code);
  }
  await speak(page, 'Nederlands');
  await expect(page).toHaveURL(/\/account$/);
  await expectLanguage(page, 'nl');
});

test('the sign-in begins in the language of the browser and changes to another', async ({
  browser,
  baseURL,
  javaScriptEnabled,
}) => {
  const site = baseURL ? { baseURL } : {};
  const context = await browser.newContext({ ...site, locale: 'fr-BE', javaScriptEnabled });
  const page = await context.newPage();
  await page.goto('/sign-in');
  await expectLanguage(page, 'fr');
  await speak(page, 'Deutsch');
  await expectLanguage(page, 'de');
  await page.reload();
  await expectLanguage(page, 'de');
  await context.close();
});
