/**
 * Colleagues: invited with a code on paper, joining step by step, losing a role, and kept apart from
 * a person.
 */
import type { Browser, BrowserContext, Page } from '@playwright/test';

import { accountFor, administrator, codeNow } from '../support/accounts.ts';
import { andArrive, lookFor, hits, signInAs } from '../support/desk.ts';
import { expectForEverybody } from '../support/everybody.ts';
import { staffSite } from '../support/hosts.ts';
import { inventedName } from '../support/invented.ts';
import { expect, test, withScripts } from '../support/test.ts';

const phrase = 'drie rode emmers zand';

const press = (page: Page, name: string) =>
  andArrive(page, () => page.getByRole('button', { name, exact: true }).first().click());

/** A user name that nobody else has. */
const fresh = () => `lotte.${Math.random().toString(36).slice(2, 10)}`;

async function invite(page: Page, name: string, user: string, work = 'balie'): Promise<string> {
  await page.goto('/manage/colleagues/new');
  await page.getByLabel('Naam', { exact: true }).fill(name);
  await page.getByLabel('Gebruikersnaam').fill(user);
  await page.getByLabel(work, { exact: true }).check();
  await press(page, 'Uitnodigen');
  return (await page.locator('#code').textContent()) ?? '';
}

/** Another browser, where nobody is signed in. */
async function another(browser: Browser): Promise<[Page, BrowserContext]> {
  const context = await browser.newContext({
    baseURL: staffSite(),
    locale: 'nl-BE',
    javaScriptEnabled: withScripts(),
  });
  return [await context.newPage(), context];
}

/** Goes every step with a code; gives the codes on paper. */
async function join(page: Page, code: string, look = async () => {}): Promise<string[]> {
  await page.goto('/join');
  await look();
  await page.getByLabel('Code van het papier').fill(code);
  await press(page, 'Verder');
  await look();
  await page.getByLabel('Nieuwe wachtzin').fill(phrase);
  await page.getByLabel('Nog eens dezelfde wachtzin').fill(phrase);
  await press(page, 'Verder');
  await look();
  const secret = ((await page.locator('p.paper').textContent()) ?? '').replaceAll(' ', '');
  await page.getByLabel('Code', { exact: true }).fill(codeNow({ secret }));
  await press(page, 'Verder');
  await look();
  const papers = await page.locator('li.paper').allTextContents();
  await page.getByLabel('Een van deze codes').fill(papers[4] ?? '');
  await press(page, 'Klaar');
  await expect(page.getByText('Alles is klaar.')).toBeVisible();
  return papers;
}

async function enter(page: Page, user: string, code: string): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('Gebruikersnaam').fill(user);
  await page.getByLabel('Wachtzin').fill(phrase);
  await page.getByLabel('Code', { exact: true }).fill(code);
  await press(page, 'Aanmelden');
}

test('somebody is invited, joins with the code and signs in', async ({ page, browser }) => {
  test.slow();
  await signInAs(page, administrator());
  const [name, user] = [inventedName(), fresh()];
  const code = await invite(page, name, user);
  await page.reload();
  await expect(page.locator('#code')).toHaveCount(0);
  const [theirs, context] = await another(browser);
  const papers = await join(theirs, code);
  await enter(theirs, user, papers[0] ?? '');
  await expect(theirs.locator('.who')).toContainText(name);
  await theirs.goto('/account');
  await expect(theirs.getByText('nog 9')).toBeVisible();
  await context.close();
});

test('the others are told of a new coordinator until they have seen it', async ({ page, browser }) => {
  test.slow();
  await signInAs(page, administrator());
  const [name, user] = [inventedName(), fresh()];
  const code = await invite(page, name, user, 'coördinatie');
  const [watching, second] = await another(browser);
  await signInAs(watching, accountFor('watches').name);
  await watching.goto('/manage');
  const notice = watching.getByRole('status').filter({ hasText: name });
  await expect(notice).toHaveCount(0);
  const [theirs, context] = await another(browser);
  await join(theirs, code);
  await context.close();
  await watching.goto('/manage/rooms');
  await expect(notice).toContainText('coördinatie');
  await expectForEverybody(watching);
  await press(watching, 'Gezien');
  await expect(watching).toHaveURL(/\/manage\/rooms$/);
  await expect(notice).toHaveCount(0);
  await page.goto('/manage');
  await expect(page.getByRole('status').filter({ hasText: name })).toHaveCount(0);
  await second.close();
});

test('every step of joining is there for everybody', async ({ page, browser }) => {
  test.slow();
  await signInAs(page, administrator());
  const code = await invite(page, inventedName(), fresh());
  const [theirs, context] = await another(browser);
  await join(theirs, code, () => expectForEverybody(theirs));
  await context.close();
});

test('the screens for colleagues are there for everybody', async ({ page }) => {
  test.slow();
  await signInAs(page, administrator());
  await invite(page, inventedName(), fresh());
  await expectForEverybody(page);
  for (const path of ['/manage/colleagues', '/manage/colleagues/new', '/manage/resets']) {
    await page.goto(path);
    await expectForEverybody(page);
  }
  for (const path of ['/manage/denials', '/manage/denials/new', '/account']) {
    await page.goto(path);
    await expectForEverybody(page);
  }
});

test('whoever loses the role that is worn is out with the next step', async ({ page, browser }) => {
  test.slow();
  await signInAs(page, administrator());
  const [name, user] = [inventedName(), fresh()];
  const code = await invite(page, name, user);
  const colleague = page.url();
  const [theirs, context] = await another(browser);
  const papers = await join(theirs, code);
  await enter(theirs, user, papers[0] ?? '');
  await page.goto(colleague);
  await page.getByLabel('balie', { exact: true }).uncheck();
  await page.getByLabel('groepsbegeleiding', { exact: true }).check();
  await press(page, 'Bewaren');
  await expect(page.getByText('De rollen zijn bewaard.')).toBeVisible();
  await theirs.goto('/desk');
  await expect(theirs).toHaveURL(/\/sign-in$/);
  await context.close();
});

test('a person who is kept from a colleague is nobody there', async ({ page, browser }) => {
  test.slow();
  await signInAs(page, administrator());
  const [name, user, person] = [inventedName(), fresh(), inventedName()];
  const code = await invite(page, name, user);
  const [theirs, context] = await another(browser);
  const papers = await join(theirs, code);
  await enter(theirs, user, papers[0] ?? '');
  await theirs.goto('/people/new');
  await theirs.getByLabel('Naam', { exact: true }).fill(person);
  await press(theirs, 'Alleen bewaren');
  const card = theirs.url();
  await page.goto('/manage/denials/new');
  await page.getByLabel('Naam, geboortedatum of telefoon').fill(person);
  await andArrive(page, () => page.locator('#find-person').press('Enter'));
  await page.getByRole('radio').first().check();
  await page.getByLabel('Voor welke collega?').selectOption({ label: name });
  await page.getByLabel('Waarom?').fill('Familie.');
  await press(page, 'Afschermen');
  await expect(page.getByText(`${name} ziet ${person} niet`).first()).toBeVisible();
  expect((await theirs.goto(card))?.status()).toBe(404);
  await lookFor(theirs, person);
  await expect(hits(theirs)).toHaveCount(0);
  await context.close();
});
