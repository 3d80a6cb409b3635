/** Passkeys: added to the own account, used to come in and as a proof, and removed. */
import type { Page } from '@playwright/test';

import { accountFor } from '../support/accounts.ts';
import { andArrive, signInAs } from '../support/desk.ts';
import { deviceOf } from '../support/device.ts';
import { expectForEverybody } from '../support/everybody.ts';
import { mayAlsoBeAsked, staffSite } from '../support/hosts.ts';
import { inventedName } from '../support/invented.ts';
import { letProofAge } from '../support/proof.ts';
import { expect, test } from '../support/test.ts';

/** The same site by its name: no browser keeps passkeys for a number. */
function named(): string {
  const site = staffSite().replace('127.0.0.1', 'localhost');
  mayAlsoBeAsked(site);
  return site;
}

const press = (page: Page, name: string) =>
  andArrive(page, () => page.getByRole('button', { name, exact: true }).first().click());

const enter = 'Aanmelden met passkey';

async function add(page: Page, site: string, name: string): Promise<void> {
  await page.goto(`${site}/account`);
  await page.getByLabel('Naam van dit toestel').fill(name);
  await press(page, 'Passkey toevoegen');
}

async function signOut(page: Page, site: string): Promise<void> {
  await page.goto(`${site}/account`);
  await press(page, 'Afmelden');
  await page.goto(`${site}/sign-in`);
}

test('a passkey is added, opens, proves, and is removed @js-on', async ({ page }) => {
  test.slow();
  const [site, account, name] = [named(), accountFor('keys'), inventedName()];
  const device = await deviceOf(page);
  await signInAs(page, account.name, site);
  await add(page, site, 'telefoon');
  await expect(page.getByText('De passkey is bewaard.').first()).toBeVisible();
  const own = page.getByRole('listitem').filter({ hasText: 'telefoon' });
  await expect(own).toContainText('Nog niet gebruikt.');
  expect(await device.keeps()).toBe(1);
  await expectForEverybody(page);

  await signOut(page, site);
  await expectForEverybody(page);
  await press(page, enter);
  await expect(page.locator('.who')).toContainText(account.name);

  await letProofAge(page);
  await page.goto(`${site}/manage/colleagues/new`);
  await page.getByLabel('Naam', { exact: true }).fill(name);
  await page.getByLabel('Gebruikersnaam').fill(`c${Math.random().toString(36).slice(2, 12)}`);
  await page.getByLabel('balie', { exact: true }).check();
  await press(page, 'Uitnodigen');
  await expect(page).toHaveURL(/\/prove$/);
  await expectForEverybody(page);
  await press(page, 'Verdergaan met passkey');
  await expect(page.locator('#code')).toBeVisible();

  await page.goto(`${site}/account`);
  await expect(own).toContainText('Het laatst gebruikt op');
  await andArrive(page, () => own.getByRole('button', { name: /^Verwijderen/ }).click());
  await expect(page.getByText('De passkey is verwijderd.').first()).toBeVisible();
  await expect(own).toHaveCount(0);
  await signOut(page, site);
  await press(page, enter);
  await expect(page.getByRole('alert').filter({ hasText: 'Dit klopt niet samen' })).toBeVisible();
});

test('a device that recognises nobody comes no further @js-on', async ({ page }) => {
  const [site, account] = [named(), accountFor('proves')];
  const device = await deviceOf(page);
  await signInAs(page, account.name, site);
  await device.recognises(false);
  await page.goto(`${site}/account`);
  await page.getByLabel('Naam van dit toestel').fill('sleutel');
  await page.getByRole('button', { name: 'Passkey toevoegen' }).click();
  await expect(page.getByText(/^Dat lukte niet met dit toestel\./)).toBeVisible();
  expect(await device.keeps()).toBe(0);
  await page.goto(`${site}/account`);
  await expect(page.getByRole('listitem').filter({ hasText: 'sleutel' })).toHaveCount(0);
});

test('adding a passkey waits for a proof, and goes on after it @js-on', async ({ page }) => {
  test.slow();
  const [site, account] = [named(), accountFor('papers')];
  await deviceOf(page);
  await signInAs(page, account.name, site);
  await letProofAge(page);
  await add(page, site, 'sleutel');
  await expect(page.getByText('Daarna gaat dit verder: een passkey toevoegen.')).toBeVisible();
  await press(page, 'Verdergaan zonder code');
  await expect(page.getByText('De passkey is bewaard.').first()).toBeVisible();
  const own = page.getByRole('listitem').filter({ hasText: 'sleutel' });
  await andArrive(page, () => own.getByRole('button', { name: /^Verwijderen/ }).click());
  await expect(own).toHaveCount(0);
});

test('where the house is called by a number no passkey is offered @js-on', async ({ page }) => {
  await page.goto('/sign-in');
  await expect(page.getByLabel('Gebruikersnaam')).toBeVisible();
  await expect(page.getByRole('button', { name: enter })).toHaveCount(0);
});

test('without a script the page says what leads on all the same @js-off', async ({ page }) => {
  await page.goto(`${named()}/sign-in`);
  await expect(page.getByRole('button', { name: enter })).toBeHidden();
  const said = page.locator('noscript > p');
  await expect(said).toBeVisible();
  await expect(said).toContainText('Passkeys vragen JavaScript');
  await expect(page.getByLabel('Wachtzin')).toBeVisible();
  await expectForEverybody(page);
});
