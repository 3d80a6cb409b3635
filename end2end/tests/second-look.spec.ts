/** What is nearly always a mistake is said before it is done, and what was done can be put right. */
import type { Page } from '@playwright/test';

import { expectNoViolations } from '../support/axe.ts';
import {
  andArrive,
  beginPerson,
  cardOf,
  findField,
  hits,
  lookFor,
  openVisit,
  receivedToken,
  receiveNew,
  saveAndReceive,
  sendByEnter,
} from '../support/desk.ts';
import { inventedName } from '../support/invented.ts';
import { atDesk as test, expect } from '../support/test.ts';

test('somebody who is inside is said to be, and received again only on purpose', async ({ page }) => {
  const name = inventedName();
  const token = await receiveNew(page, name);
  await lookFor(page, name);
  await expect(hits(page).getByRole('link', { name: `Is al binnen: ${token}` })).toBeVisible();
  await hits(page).getByRole('link', { name: 'Is aangekomen' }).click();
  await page.getByRole('button', { name: 'Inchecken' }).click();
  const again = page.getByLabel('Toch opnieuw inchecken');
  await expect(again).toHaveAccessibleDescription(/Kruis aan dat het klopt/);
  await again.check();
  await page.getByRole('button', { name: 'Inchecken' }).click();
  expect(await receivedToken(page)).not.toBe(token);
});

test('the card of a person leads back to the visit of today', async ({ page }) => {
  const name = inventedName();
  const token = await receiveNew(page, name);
  await openVisit(page, token);
  await page.getByRole('link', { name, exact: true }).click();
  await page.getByRole('link', { name: `${token} · Wacht` }).click();
  await expect(page.getByRole('heading', { level: 1, name: `Bezoek ${token}` })).toBeVisible();
});

test('a telephone call stands apart from who is in the house, and is finished', async ({ page }) => {
  await page.goto('/visits/new');
  await page.getByLabel('Telefoongesprek').check();
  await page.getByRole('button', { name: 'Inchecken' }).click();
  const said = page.getByText(/^Het gesprek T-\d+ staat op het bord\.$/);
  const token = /T-\d+/.exec((await said.textContent()) ?? '')?.[0] ?? '';
  const card = page.locator('.calls li').filter({ hasText: token });
  await card.getByRole('link', { name: 'Afronden' }).click();
  await expect(page.getByLabel('Ruimte', { exact: true })).toHaveCount(0);
  await page.getByRole('button', { name: 'Ja, afronden' }).click();
  await expect(page.getByText(`Het gesprek ${token} is afgerond.`)).toBeVisible();
});

test('who comes shows only while somebody points at the card', async ({ page }) => {
  await page.goto('/visits/new');
  await page.getByLabel('De andere partij').check();
  await page.getByRole('button', { name: 'Inchecken' }).click();
  const card = cardOf(page, await receivedToken(page));
  await expect(card.getByText('De andere partij')).toBeHidden();
  await card.hover();
  await expect(card.getByText('De andere partij')).toBeVisible();
  await expectNoViolations(page);
});

test('a name is corrected on a form, and the person is found by it', async ({ page }) => {
  const [wrong, right] = [inventedName(), inventedName()];
  await beginPerson(page, wrong);
  await page.getByRole('button', { name: 'Alleen bewaren' }).click();
  await page.getByRole('link', { name: 'Verbeteren' }).click();
  await page.getByLabel('Naam', { exact: true }).fill(right);
  await page.getByLabel('Geboortedatum', { exact: true }).fill('12 maart 90');
  await page.getByRole('button', { name: 'Bewaren' }).click();
  await expect(page.getByText('De gegevens zijn verbeterd.')).toBeVisible();
  await expect(page.getByRole('definition').filter({ hasText: '12 maart 1990' })).toBeVisible();
  await lookFor(page, right);
  await expect(hits(page)).toHaveCount(1);
});

test('a visit whose person nobody knows yet gets a new one, with what was typed', async ({ page }) => {
  const name = inventedName();
  await page.goto('/visits/new');
  await page.getByRole('button', { name: 'Inchecken' }).click();
  const token = await receivedToken(page);
  await openVisit(page, token);
  await page.locator('#find-person').fill(`${name} 12-03-1990`);
  await sendByEnter(page, page.locator('#find-person'));
  await page.getByRole('button', { name: 'Nieuwe bezoeker' }).click();
  await expect(page.getByLabel('Naam', { exact: true })).toHaveValue(name);
  await page.getByRole('button', { name: 'Bewaren en koppelen' }).click();
  await expect(page.getByText(`De persoon hoort nu bij ${token}.`)).toBeVisible();
});

async function speak(page: Page, language: string): Promise<void> {
  await page.locator('details.menu summary').click();
  const choice = page.locator('details.menu').getByRole('button', { name: language });
  await andArrive(page, () => choice.click());
}

test('another language keeps what was typed, and Enter still sends the form', async ({ page }) => {
  const name = inventedName();
  await beginPerson(page, name);
  await speak(page, 'Français');
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
  await expect(page.getByLabel('Nom', { exact: true })).toHaveValue(name);
  await speak(page, 'Nederlands');
  const field = page.getByLabel('Naam', { exact: true });
  await expect(field).toHaveValue(name);
  await sendByEnter(page, field);
  await receivedToken(page);
});

test('the search field has a button that can be seen', async ({ page }) => {
  await page.goto('/desk');
  await findField(page).fill('Olena Kovalenko');
  const button = page.locator('.hero').getByRole('button', { name: 'Zoeken' });
  await expect(button).toBeInViewport();
  await andArrive(page, () => button.click());
  await expect(hits(page)).toContainText(['Olena Kovalenko']);
});

test('a page that is not there speaks the language of the browser and leads on', async ({ page }) => {
  await page.goto('/bestaat-niet');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Deze pagina is er niet');
  await expectNoViolations(page);
  await page.getByRole('link', { name: 'Naar de balie' }).click();
  await expect(findField(page)).toBeVisible();
});

test('a birth date that is no date is told so, with an example', async ({ page }) => {
  await beginPerson(page, inventedName());
  const born = page.getByLabel('Geboortedatum', { exact: true });
  for (const typed of ['gisteren', '03/25/1990', '1990']) {
    await born.fill(typed);
    await saveAndReceive(page);
    await expect(born).toHaveAccessibleDescription(/Zo begrijpen we de datum niet.*12-03-1986/);
    await expect(born).toHaveValue(typed);
  }
  await born.fill('19900312');
  await saveAndReceive(page);
  await receivedToken(page);
});
