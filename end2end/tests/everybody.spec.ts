/** Every screen for everybody: readable by a screen reader, in light and dark, and 320 px wide. */
import type { Page } from '@playwright/test';

import { receptionist } from '../support/accounts.ts';
import { lookFor, openVisit, receiveNew, saveAndReceive, signInAs } from '../support/desk.ts';
import { expectForEverybody } from '../support/everybody.ts';
import { portalSite } from '../support/hosts.ts';
import { inventedName } from '../support/invented.ts';
import { atDesk, expect, test } from '../support/test.ts';

type Open = (page: Page) => Promise<unknown>;

/** Screens that nobody has to sign in for, or that end a session. */
const outside: Record<string, Open> = {
  'the sign-in': (page) => page.goto('/sign-in'),
  'a refused sign-in': async (page) => {
    await page.goto('/sign-in');
    await page.getByLabel('Gebruikersnaam').fill('niemand');
    await page.getByRole('button', { name: 'Aanmelden', exact: true }).click();
    await expect(page.getByRole('alert')).toBeVisible();
  },
  'the locked screen': async (page) => {
    await signInAs(page, receptionist('own'));
    await page.getByRole('button', { name: 'Vergrendelen' }).click();
    await expect(page.getByRole('heading', { name: 'Vergrendeld' })).toBeVisible();
  },
  'the page after signing out': (page) => page.goto('/signed-out'),
  'a page that is not there': (page) => page.goto('/bestaat-niet'),
  'the page for too large a form': (page) => page.goto('/too-large'),
  'the public page': (page) => page.goto(`${portalSite()}/a`),
};

/** Screens of a colleague who has signed in. */
const inside: Record<string, Open> = {
  'the board': async (page) => void (await receiveNew(page, inventedName())),
  'the board with people who were found': async (page) => {
    await lookFor(page, 'fat');
    await expect(page.locator('ul.hits > li').first()).toBeVisible();
  },
  'a refused registration': async (page) => {
    await page.goto('/people/new');
    await page.getByLabel('Geboortedatum', { exact: true }).fill('31-02-1990');
    await page.getByText('Veilig bereiken').click();
    await page.getByLabel('Mailadres', { exact: true }).fill('nergens');
    await saveAndReceive(page);
    await expect(page.getByRole('alert')).toBeVisible();
  },
  'the question whether somebody is known': async (page) => {
    await page.goto('/people/new');
    await page.getByLabel('Naam', { exact: true }).fill('Lieve Verstraete');
    await saveAndReceive(page);
    await expect(page.getByText('Is het een van deze mensen?')).toBeVisible();
  },
  'the check-in of somebody known': async (page) => {
    await lookFor(page, 'Lieve Verstraete');
    await page.locator('ul.hits > li').getByRole('link', { name: 'Is aangekomen' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Inchecken' })).toBeVisible();
  },
  'the check-in of a number': (page) => page.goto('/visits/new'),
  'a visit': async (page) => openVisit(page, await receiveNew(page, inventedName())),
  'a check-in with every question': async (page) => {
    await page.goto('/visits/new');
    await page.getByText('Meer, als het nodig is').click();
  },
  'the slip of a visit': async (page) => {
    await receiveNew(page, inventedName());
    await page.getByRole('link', { name: 'Briefje' }).click();
    await expect(page.locator('.slip')).toBeVisible();
  },
  'a child who comes alone': (page) => page.goto('/visits/child'),
  'the page after closing time': (page) => page.goto('/desk/closing'),
  'the card of a person': async (page) => {
    const name = inventedName();
    await openVisit(page, await receiveNew(page, name));
    await page.getByRole('link', { name, exact: true }).click();
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  },
  'the account': (page) => page.goto('/account'),
  'the page of all parts': (page) => page.goto('/style'),
};

async function look(page: Page, open: Open): Promise<void> {
  await open(page);
  await expectForEverybody(page);
}

for (const [name, open] of Object.entries(outside)) {
  test(`${name} is there for everybody`, ({ page }) => look(page, open));
}

for (const [name, open] of Object.entries(inside)) {
  atDesk(`${name} is there for everybody`, ({ page }) => look(page, open));
}
