/** A new customer: an empty server, a house on screens, and the first visitor, without a shell. */
import type { Page } from '@playwright/test';

import { codeNow, nextCode } from '../support/accounts.ts';
import { expectNoViolations } from '../support/axe.ts';
import { andArrive, receiveNew } from '../support/desk.ts';
import { mayAlsoBeAsked } from '../support/hosts.ts';
import { inventedName } from '../support/invented.ts';
import { emptyCentre, engineOfThisRound, startUnfounded, type Unfounded } from '../support/server.ts';
import { expect, test, watch, withScripts } from '../support/test.ts';

const passphrase = 'zeven blauwe fietsen';
/** From the start of the program to the first visitor, with everything that is looked at on the way. */
const firstVisitorWithin = 600_000;

/** Readable for everybody, in light and dark, at every width. */
async function forEverybody(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await expectNoViolations(page);
  }
  for (const width of [320, 768, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  }
}

async function press(page: Page, name: string): Promise<void> {
  await andArrive(page, () => page.getByRole('button', { name, exact: true }).click());
}

async function enter(page: Page, server: Unfounded, looked: (page: Page) => Promise<void>) {
  await page.goto(server.staff);
  await expect(page.getByRole('heading', { name: 'Een nieuw huis' })).toBeVisible();
  await page.getByLabel('Code van de server').fill('AAAA-AAAA-AAAA');
  await press(page, 'Beginnen');
  await expect(page.getByRole('alert')).toContainText('Dit is niet de goede code');
  await looked(page);
  await page.getByLabel('Code van de server').fill(server.code.toLowerCase());
  await press(page, 'Beginnen');
  await expect(page.getByRole('heading', { name: 'Het huis', exact: true })).toBeVisible();
}

/** Another language keeps what is typed. */
async function speak(page: Page): Promise<void> {
  await page.getByLabel('Straat en nummer').fill('Dorpsstraat 1');
  await page.locator('.menu summary').click();
  await press(page, 'Français');
  await expect(page.getByLabel('Rue et numéro')).toHaveValue('Dorpsstraat 1');
  await page.locator('.menu summary').click();
  await press(page, 'Nederlands');
  await expect(page.getByLabel('Straat en nummer')).toHaveValue('Dorpsstraat 1');
}

async function describeHouse(page: Page, looked: (page: Page) => Promise<void>): Promise<void> {
  await page.getByLabel('Hoe heet het huis?').fill('De Linde');
  await page.getByLabel('Neutraal telefoonnummer').fill('bel mij');
  await press(page, 'Verder');
  await expect(page.getByLabel('Hoe heet het huis?')).toHaveValue('De Linde');
  await looked(page);
  await page.getByLabel('Neutraal telefoonnummer').fill('016 12 34 56');
  await page.getByRole('radio', { name: 'u', exact: true }).check();
  await page.getByRole('radio', { name: 'Vlaanderen' }).check();
  await press(page, 'Verder');
}

async function describeOneself(page: Page, looked: (page: Page) => Promise<void>): Promise<void> {
  await expect(page.getByRole('heading', { name: 'Uw eigen account' })).toBeVisible();
  await looked(page);
  await page.getByLabel('Uw naam').fill('Noor Verbeke');
  await page.getByLabel('Gebruikersnaam').fill('noor');
  const phrase = page.getByLabel('Wachtzin', { exact: true });
  await phrase.fill(passphrase);
  if (withScripts()) {
    const peek = page.getByRole('button', { name: 'Wachtzin tonen' });
    await peek.click();
    await expect(phrase).toHaveAttribute('type', 'text');
    await expect(peek).toHaveAttribute('aria-pressed', 'true');
  } else {
    await page.getByLabel('Nog eens dezelfde wachtzin').fill(passphrase);
  }
  await page.getByLabel('Ik ontvang ook bezoekers').check();
  await press(page, 'Verder');
}

async function readApp(page: Page, looked: (page: Page) => Promise<void>): Promise<string> {
  await expect(page.getByRole('heading', { name: 'De app voor codes' })).toBeVisible();
  await looked(page);
  const shown = (await page.locator('.secret code').textContent()) ?? '';
  const secret = shown.replaceAll(' ', '');
  await page.getByLabel('Code', { exact: true }).fill(codeNow({ secret }));
  await press(page, 'Verder');
  return secret;
}

async function keepSheet(page: Page, looked: (page: Page) => Promise<void>): Promise<void> {
  await expect(page.getByRole('heading', { name: 'Het herstelblad' })).toBeVisible();
  await looked(page);
  const groups = await page.locator('.groups code').allTextContents();
  expect(groups).toHaveLength(20);
  await expectOnlyTheSheetOnPaper(page);
  await press(page, 'Beide bladen zijn op papier');
  await looked(page);
  for (const holder of [1, 2]) {
    const field = page.getByLabel(new RegExp(`^Blad ${holder}, groepje \\d+$`));
    const label = (await page.locator(`label:has-text("Blad ${holder}")`).textContent()) ?? '';
    const group = Number(/(\d+)$/.exec(label.trim())?.[1]);
    await field.fill(groups[(holder - 1) * 10 + group - 1] ?? '');
  }
  await press(page, 'Het huis openen');
}

async function expectOnlyTheSheetOnPaper(page: Page): Promise<void> {
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByText('Blad 1 van 2')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Beide bladen zijn op papier' })).toBeHidden();
  await expect(page.getByRole('heading', { name: 'Het herstelblad' })).toBeHidden();
  await page.emulateMedia({ media: 'screen' });
}

async function signIn(page: Page, secret: string): Promise<void> {
  await andArrive(page, () => page.getByRole('link', { name: 'Aanmelden' }).click());
  await page.getByLabel('Gebruikersnaam').fill('noor');
  await page.getByLabel('Wachtzin').fill(passphrase);
  await page.getByLabel('Code', { exact: true }).fill(nextCode({ secret }));
  await press(page, 'Aanmelden');
  await expect(page.locator('#lock')).toBeVisible();
}

test('an empty server becomes a house with its first visitor', async ({ browser }) => {
  test.setTimeout(180_000);
  const began = Date.now();
  const centre = await emptyCentre(engineOfThisRound());
  const server = await startUnfounded(centre);
  mayAlsoBeAsked(server.staff);
  const context = await browser.newContext({ baseURL: server.staff, locale: 'nl-BE' });
  const complaints = await watch(context);
  try {
    const page = await context.newPage();
    await enter(page, server, forEverybody);
    await speak(page);
    await describeHouse(page, forEverybody);
    await describeOneself(page, forEverybody);
    const secret = await readApp(page, forEverybody);
    await keepSheet(page, forEverybody);
    await expect(page.getByRole('heading', { name: 'Het huis is er' })).toBeVisible();
    await forEverybody(page);
    await signIn(page, secret);
    await page.goto('/account');
    await andArrive(page, () => page.getByRole('button', { name: /^Zo werken/ }).first().click());
    await page.goto('/desk');
    await forEverybody(page);
    await receiveNew(page, inventedName());
    expect(Date.now() - began).toBeLessThan(firstVisitorWithin);
    expect(complaints, 'what pages did in the background').toEqual([]);
  } finally {
    await context.close();
    await server.stop();
    await centre.remove();
  }
});

test('a second browser waits until the first is done', async ({ browser }) => {
  const centre = await emptyCentre(engineOfThisRound());
  const server = await startUnfounded(centre);
  const [first, second] = [await browser.newContext(), await browser.newContext()];
  try {
    for (const context of [first, second]) {
      const page = await context.newPage();
      await page.goto(server.staff);
      await page.getByRole('textbox').fill(server.code);
      await andArrive(page, () => page.getByRole('button').first().click());
    }
    await expect(first.pages()[0]!).toHaveURL(/\/found\/house$/);
    await expect(second.pages()[0]!).toHaveURL(/\/found$/);
    await expect(second.pages()[0]!.getByRole('status')).toBeVisible();
  } finally {
    await first.close();
    await second.close();
    await server.stop();
    await centre.remove();
  }
});
