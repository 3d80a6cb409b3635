/** Signing in with a pass-phrase and a code, locking, unlocking by PIN, and signing out. */
import { randomUUID } from 'node:crypto';

import type { Locator, Page } from '@playwright/test';

import {
  accountFor,
  codeNow,
  passphrase,
  receptionist,
  wrongCode,
  type Account,
} from '../support/accounts.ts';
import { andArrive, beginPerson, signInAs } from '../support/desk.ts';
import { expect, test } from '../support/test.ts';

const pin = '270415';
const who = (page: Page): Locator => page.locator('.who');

async function signIn(page: Page, account: Account, code = codeNow(account)): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('Gebruikersnaam').fill(account.user);
  await page.getByLabel('Wachtzin').fill(passphrase);
  await page.getByLabel('Code', { exact: true }).fill(code);
  const send = page.getByRole('button', { name: 'Aanmelden', exact: true });
  await andArrive(page, () => send.click());
}

async function lock(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Vergrendelen' }).click();
  await expect(page.getByRole('heading', { name: 'Vergrendeld' })).toBeVisible();
}

async function signOut(page: Page): Promise<void> {
  await page.goto('/account');
  await page.getByRole('button', { name: 'Afmelden' }).click();
  await expect(page.getByRole('heading', { name: 'Afgemeld' })).toBeVisible();
}

async function choosePin(page: Page): Promise<void> {
  await page.goto('/account');
  await page.getByLabel('Nieuwe pincode').fill(pin);
  await page.getByLabel('Nog eens dezelfde pincode').fill(pin);
  await page.getByRole('button', { name: 'Bewaren' }).first().click();
  await expect(page.getByText('Pincode bewaard').first()).toBeVisible();
}

async function enrolComputer(page: Page, name = 'Balie links'): Promise<void> {
  await signInAs(page, accountFor('enrols').name);
  await page.goto('/account');
  await page.getByLabel('Naam van de werkplek').fill(name);
  await page.getByRole('button', { name: 'Werkplek inschrijven' }).click();
  await expect(page.getByText(name).first()).toBeVisible();
  await signOut(page);
}

async function unlock(page: Page, user: string, digits: string): Promise<void> {
  await page.getByLabel('Gebruikersnaam').fill(user);
  await page.getByLabel('Pincode').fill(digits);
  const send = page.getByRole('button', { name: 'Ontgrendelen' });
  await andArrive(page, () => send.click());
}

test('a colleague enters with user name, pass-phrase and code', async ({ page }) => {
  const account = accountFor('enters');
  await signIn(page, account);
  await expect(page).toHaveURL(/\/desk$/);
  await expect(who(page)).toContainText(account.name);
});

test('a wrong code keeps the user name and says nothing about which part is wrong', async ({
  page,
}) => {
  const account = accountFor('mistypes');
  await signIn(page, account, wrongCode(account));
  await expect(page.getByRole('alert')).toContainText('Dit klopt niet samen');
  await expect(page.getByLabel('Gebruikersnaam')).toHaveValue(account.user);
  await expect(page.getByLabel('Wachtzin')).toHaveValue('');
  await expect(page.getByLabel('Code', { exact: true })).toHaveValue('');
});

test('a code that was used is refused the second time', async ({ page }) => {
  const account = accountFor('repeats');
  const code = codeNow(account);
  await signIn(page, account, code);
  await expect(who(page)).toBeVisible();
  await signOut(page);
  await signIn(page, account, code);
  await expect(page.getByRole('alert')).toContainText('Dit klopt niet samen');
});

test('a locked screen elsewhere opens by signing in again only', async ({ page }) => {
  await signIn(page, accountFor('locks'));
  await lock(page);
  await expect(page.getByLabel('Pincode')).toHaveCount(0);
  await page.goto('/desk');
  await expect(page.getByRole('heading', { name: 'Vergrendeld' })).toBeVisible();
  await page.getByRole('link', { name: 'Aanmelden met wachtzin' }).click();
  await expect(page.getByLabel('Wachtzin')).toBeVisible();
});

test('after signing out no screen opens any more', async ({ page }) => {
  await signIn(page, accountFor('leaves'));
  await signOut(page);
  for (const path of ['/desk', '/account', '/people/new']) {
    await page.goto(path);
    await expect(page).toHaveURL(/\/sign-in$/);
  }
});

test('on an enrolled computer a PIN opens the screen, for a colleague too', async ({ page }) => {
  test.slow();
  const [first, second] = [accountFor('first'), accountFor('second')];
  await enrolComputer(page);
  for (const account of [first, second]) {
    await signIn(page, account);
    await choosePin(page);
    await lock(page);
  }
  await unlock(page, '', '918273');
  await expect(page.getByLabel('Pincode')).toHaveAccessibleDescription(/past hier niet/);
  await unlock(page, '', pin);
  await expect(who(page)).toContainText(second.name);
  await lock(page);
  await unlock(page, first.user, pin);
  await expect(who(page)).toContainText(first.name);
});

test('whoever is called away half-way goes on there, and a colleague does not', async ({ page }) => {
  test.slow();
  const [first, second] = [accountFor('called'), accountFor('covers')];
  const name = page.getByLabel('Naam', { exact: true });
  await enrolComputer(page);
  for (const account of [first, second]) {
    await signInAs(page, account.name);
    await choosePin(page);
    await beginPerson(page, `Verzonnen van ${account.user}`);
    await lock(page);
  }
  await unlock(page, '', pin);
  await expect(page).toHaveURL(/\/people\/new$/);
  await expect(name).toHaveValue(`Verzonnen van ${second.user}`);
  await page.goto('/people/new');
  await expect(name).toHaveValue('');
  await lock(page);
  await unlock(page, first.user, pin);
  await expect(name).toHaveValue(`Verzonnen van ${first.user}`);
});

test('a computer that is no longer enrolled opens with a pass-phrase only', async ({ page }) => {
  const name = `Balie ${randomUUID().slice(0, 8)}`;
  await enrolComputer(page, name);
  await signInAs(page, accountFor('enrols').name);
  await page.goto('/account');
  const enrolled = page.getByRole('listitem').filter({ hasText: name });
  await enrolled.getByRole('button', { name: 'Beëindigen' }).click();
  await expect(page.getByText('Op die werkplek werkt geen pincode meer.')).toBeVisible();
  await expect(enrolled).toHaveCount(0);
  await signOut(page);
  await page.goto('/lock');
  await expect(page).toHaveURL(/\/sign-in$/);
});

test('a PIN that anybody would guess, or typed differently, is refused', async ({ page }) => {
  await signInAs(page, receptionist('own'));
  await page.goto('/account');
  await expect(page.getByText('alleen op een ingeschreven werkplek.')).toBeVisible();
  await expect(page.getByLabel('Nieuwe pincode')).toHaveCount(0);
  await signOut(page);
  await enrolComputer(page);
  await signInAs(page, receptionist('own'));
  await page.goto('/account');
  const field = page.getByLabel('Nieuwe pincode');
  const save = page.getByRole('button', { name: 'Bewaren' }).first();
  await field.fill('123456');
  await page.getByLabel('Nog eens dezelfde pincode').fill('123456');
  await andArrive(page, () => save.click());
  await expect(field).toHaveAccessibleDescription(/te makkelijk/);
  await expect(field).toHaveValue('');
  await field.fill(pin);
  await page.getByLabel('Nog eens dezelfde pincode').fill('270416');
  await andArrive(page, () => save.click());
  const again = page.getByLabel('Nog eens dezelfde pincode');
  await expect(again).toHaveAccessibleDescription(/niet gelijk/);
});
