/** What people at the front desk do on its screens. Words are those of the Dutch screens. */
import { expect, type Locator, type Page } from '@playwright/test';

/** Signs in with one of the cards of the practice house; on the site of the round unless given. */
export async function signInAs(page: Page, name: string, site = ''): Promise<void> {
  await page.goto(`${site}/sign-in`);
  await page.getByRole('button', { name }).first().click();
  await expect(page.locator('#lock')).toBeVisible();
}

/** The field that looks for people, on the board. */
export const findField = (page: Page): Locator => page.locator('#find');

/** The people who were found. */
export const hits = (page: Page): Locator => page.locator('ul.hits > li');

/** The card of a visit on the board. */
export function cardOf(page: Page, token: string): Locator {
  return page.locator('li.present').filter({ has: page.getByText(token, { exact: true }) });
}

/** A room in the column of rooms. */
export function roomNamed(page: Page, name: string): Locator {
  return page.locator('ul.rooms > li').filter({ hasText: name });
}

/** Looks for somebody by posting the search form. */
export async function lookFor(page: Page, typed: string): Promise<void> {
  await page.goto('/desk');
  await findField(page).fill(typed);
  await sendByEnter(page, findField(page));
}

/** Presses Enter in a field and waits for the page that comes of it. */
export async function sendByEnter(page: Page, field: Locator): Promise<void> {
  await andArrive(page, () => field.press('Enter'));
}

/** Does something that sends a form, and waits for the page after it. */
export async function andArrive(page: Page, act: () => Promise<unknown>): Promise<void> {
  const arrived = page.waitForEvent('load');
  await act();
  await arrived;
}

/** Opens the form for a new person with the name filled in. */
export async function beginPerson(page: Page, name: string): Promise<void> {
  await page.goto('/people/new');
  await page.getByLabel('Naam', { exact: true }).fill(name);
}

/** Presses the button that saves and receives at once. */
export async function saveAndReceive(page: Page): Promise<void> {
  const button = page.getByRole('button', { name: 'Bewaren en inchecken' });
  await andArrive(page, () => button.click());
}

/** The same for an invented name that looks like another: it is somebody else. */
export async function saveAndReceiveAnyway(page: Page): Promise<void> {
  await saveAndReceive(page);
  const other = page.locator('input[name=someone_else]');
  if ((await other.count()) === 0) return;
  await other.check();
  await saveAndReceive(page);
}

/** Registers and receives somebody new; gives the token of the visit. */
export async function receiveNew(page: Page, name: string): Promise<string> {
  await beginPerson(page, name);
  await saveAndReceiveAnyway(page);
  return receivedToken(page);
}

/** The token that the board says after somebody was received. */
export async function receivedToken(page: Page): Promise<string> {
  const said = page.getByText(/ is ingecheckt\.$/);
  await expect(said).toBeVisible();
  return ((await said.textContent()) ?? '').replace(' is ingecheckt.', '').trim();
}

/** Opens the visit of a card on the board, which may be drawn anew under the hand. */
export async function openVisit(page: Page, token: string): Promise<void> {
  const visit = page.getByRole('heading', { level: 1, name: `Bezoek ${token}` });
  await expect(async () => {
    if (!(await visit.isVisible())) {
      await cardOf(page, token).getByRole('link').click({ timeout: 2_000 });
    }
    await expect(visit).toBeVisible({ timeout: 3_000 });
  }).toPass();
}

/** The steps of a visit, from the top. */
export const steps = (page: Page): Locator =>
  page
    .locator('.card')
    .filter({ has: page.getByRole('heading', { name: 'Verloop' }) })
    .getByRole('listitem');
