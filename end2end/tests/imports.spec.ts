/** Reading a file of people in, as an administrator does it. */
import type { Page } from '@playwright/test';

import { accountFor, codeNow, passphrase } from '../support/accounts.ts';
import { andArrive } from '../support/desk.ts';
import { expectForEverybody } from '../support/everybody.ts';
import { rareWord } from '../support/invented.ts';
import { expect, test } from '../support/test.ts';

async function enter(page: Page): Promise<void> {
  const account = accountFor('imports');
  await page.goto('/sign-in');
  await page.getByLabel('Gebruikersnaam').fill(account.user);
  await page.getByLabel('Wachtzin').fill(passphrase);
  await page.getByLabel('Code', { exact: true }).fill(codeNow(account));
  const send = page.getByRole('button', { name: 'Aanmelden', exact: true });
  await andArrive(page, () => send.click());
}

async function give(page: Page, text: string): Promise<void> {
  const buffer = Buffer.from(text);
  await page.getByLabel('Bestand').setInputFiles({ name: 'lijst.csv', mimeType: 'text/csv', buffer });
  const take = page.getByRole('button', { name: 'Bestand nemen' });
  await andArrive(page, () => take.click());
}

test('a file is taken, mapped and read in, and what does not fit is told', async ({ page }) => {
  test.slow();
  await enter(page);
  await page.goto('/manage');
  await page.getByRole('link', { name: 'Personen inlezen' }).click();
  await give(page, '\n\n');
  await expect(page.getByText('Dit bestand is leeg.')).toBeVisible();
  await expectForEverybody(page);
  const word = rareWord();
  const rows = [`Rosa;${word};12-03-1986`, `Jan;${word};31-02-1986`];
  await give(page, `Voornaam;Roepachternaam;Geboren\n${rows.join('\n')}\n`);
  await expect(page.getByRole('heading', { name: 'Welke kolom is wat?' })).toBeVisible();
  await expect(page.getByRole('table')).toContainText(word);
  await page.getByLabel('Familienaam', { exact: true }).selectOption({ label: '2 · Roepachternaam' });
  await expect(page.getByLabel('Geboortedatum', { exact: true })).toHaveValue('3');
  await expectForEverybody(page);
  const start = page.getByRole('button', { name: 'Inlezen', exact: true });
  await andArrive(page, () => start.click());
  await expect(page.getByText('1 ingelezen · 1 regel past niet')).toBeVisible({ timeout: 20_000 });
  await expectForEverybody(page);
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Regels als bestand' }).click();
  expect((await download).suggestedFilename()).toBe('rows.csv');
});
