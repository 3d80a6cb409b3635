/** Proving once more who one is, before what reaches beyond the own screen. */
import type { Page } from '@playwright/test';

import { accountFor, codeNow, passphrase, wrongCode } from '../support/accounts.ts';
import { andArrive, signInAs } from '../support/desk.ts';
import { expectForEverybody } from '../support/everybody.ts';
import { inventedName } from '../support/invented.ts';
import { letProofAge } from '../support/proof.ts';
import { expect, test } from '../support/test.ts';

const press = (page: Page, name: string) =>
  andArrive(page, () => page.getByRole('button', { name, exact: true }).first().click());

/** A deed that asks for a proof. */
async function invite(page: Page, name: string): Promise<void> {
  await page.goto('/manage/colleagues/new');
  await page.getByLabel('Naam', { exact: true }).fill(name);
  await page.getByLabel('Gebruikersnaam').fill(`c${Math.random().toString(36).slice(2, 12)}`);
  await page.getByLabel('balie', { exact: true }).check();
  await press(page, 'Uitnodigen');
}

async function expectAsked(page: Page): Promise<void> {
  await expect(page).toHaveURL(/\/prove$/);
  await expect(page.getByText('Daarna gaat dit verder: iemand uitnodigen.')).toBeVisible();
}

/** The invitation is there, with what was typed before the proof. */
async function expectInvited(page: Page, name: string): Promise<void> {
  await expect(page.locator('#code')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(name);
}

test('a code from the app lets the deed go on, once, with what was typed', async ({ page }) => {
  test.slow();
  const [account, name] = [accountFor('proves'), inventedName()];
  await signInAs(page, account.name);
  await letProofAge(page);
  await invite(page, name);
  await expectAsked(page);
  await expectForEverybody(page);
  await page.getByLabel('Code uit de app').fill(wrongCode(account));
  await press(page, 'Verdergaan');
  await expectAsked(page);
  const field = page.getByLabel('Code uit de app');
  await expect(field).toHaveAccessibleDescription(/opent niets/);
  await expect(field).toHaveValue('');
  await expectForEverybody(page);
  await field.fill(codeNow(account));
  await press(page, 'Verdergaan');
  await expectInvited(page, name);
  await page.goto('/prove');
  await expect(page).not.toHaveURL(/\/prove$/);
});

test('a code on paper stands in for the app', async ({ page }) => {
  const [account, name] = [accountFor('papers'), inventedName()];
  await signInAs(page, account.name);
  await page.goto('/account');
  const form = page.locator('form[action="/account/papers"]');
  await form.getByLabel('Wachtzin van nu').fill(passphrase);
  await form.getByLabel('Code uit de app, of een reservecode').fill(codeNow(account));
  await andArrive(page, () => form.getByRole('button', { name: 'Nieuwe reservecodes' }).click());
  const papers = await page.locator('li.paper').allTextContents();
  await letProofAge(page);
  await invite(page, name);
  await expectAsked(page);
  await page.getByLabel('Code uit de app').fill(papers[0] ?? '');
  await press(page, 'Verdergaan');
  await expectInvited(page, name);
  await page.goto('/account');
  await expect(page.getByText('nog 9')).toBeVisible();
});

test('whoever goes back has done nothing', async ({ page }) => {
  const [account, name] = [accountFor('proves'), inventedName()];
  await signInAs(page, account.name);
  await letProofAge(page);
  await invite(page, name);
  await expectAsked(page);
  await andArrive(page, () => page.getByRole('link', { name: 'Niet doorgaan' }).click());
  await expect(page).toHaveURL(/\/manage\/colleagues/);
  await page.goto('/manage/colleagues');
  await expect(page.getByText(name)).toHaveCount(0);
});
