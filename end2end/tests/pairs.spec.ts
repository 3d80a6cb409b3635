/** Somebody who was written down twice: seen in the list, joined, found once, and parted again. */
import { randomInt } from 'node:crypto';
import type { Page } from '@playwright/test';

import { andArrive, beginPerson, hits, lookFor } from '../support/desk.ts';
import { expectForEverybody } from '../support/everybody.ts';
import { rareWord } from '../support/invented.ts';
import { atDesk as test, expect } from '../support/test.ts';

const press = (page: Page, name: string) =>
  andArrive(page, () => page.getByRole('button', { name, exact: true }).click());

/** Writes somebody down and gives the path of the card. */
async function written(page: Page, name: string, born = ''): Promise<string> {
  await beginPerson(page, name);
  await page.getByLabel('Geboortedatum', { exact: true }).fill(born);
  await press(page, 'Alleen bewaren');
  // An invented name may happen to look like that of another test.
  const other = page.locator('input[name=someone_else]');
  if ((await other.count()) > 0) {
    await other.check();
    await press(page, 'Alleen bewaren');
  }
  await expect(page.getByText('Bewaard.')).toBeVisible();
  return new URL(page.url()).pathname;
}

/** Two records of one person: the second got its right name and birth date afterwards. */
async function twice(page: Page): Promise<{ name: string; other: string; cards: [string, string] }> {
  const given = rareWord();
  const [name, other] = [`${given} Martínez-Núñez`, `${given} Martines Nunes`];
  const born = `${randomInt(13, 28)}-${randomInt(1, 12)}-${randomInt(1920, 1950)}`;
  const first = await written(page, name, born);
  const second = await written(page, `${rareWord()} ${rareWord()}`);
  await page.goto(`${second}/edit`);
  await page.getByLabel('Naam', { exact: true }).fill(other);
  await page.getByLabel('Geboortedatum', { exact: true }).fill(born);
  await press(page, 'Bewaren');
  return { name, other, cards: [first, second] };
}

/** The way to two records side by side. */
function pairOf([first, second]: [string, string]): string {
  const ids = [first, second].map((card) => card.split('/').at(-1) ?? '');
  return `/people/pairs/${ids.join('/')}`;
}

test('somebody who was written down twice is joined, found once and parted again', async ({ page }) => {
  test.slow();
  const { name, other, cards } = await twice(page);
  await page.goto('/people/pairs');
  await expect(page.getByRole('heading', { level: 1, name: 'Misschien dezelfde persoon' })).toBeVisible();
  const row = page.getByRole('listitem').filter({ hasText: name }).filter({ hasText: other });
  await expect(row).toContainText('naam klinkt hetzelfde');
  await row.getByRole('link').click();
  await expect(page.getByRole('row', { name: /^Naam/ })).toContainText('verschilt');
  await expect(page.getByRole('row', { name: /^Geboortedatum/ })).toContainText('gelijk');
  await page.getByLabel('Toelichting').fill('Dezelfde kaart.');
  await press(page, 'Eén persoon');
  await expect(page.getByLabel('Toelichting')).toHaveValue('Dezelfde kaart.');
  await page.getByText('Papieren tonen het').click();
  await press(page, 'Eén persoon');
  await expect(page.getByText('Dit is nu één persoon.')).toBeVisible();
  await lookFor(page, name);
  const hit = hits(page).filter({ hasText: name });
  await expect(hit).toHaveCount(1);
  await expect(hit).toContainText(`ook geschreven als ${other}`);
  await page.goto(cards[1]);
  await expect(page.getByText('Ook geschreven als')).toBeVisible();
  await expect(page.getByText(name)).toBeVisible();
  await page.getByRole('link', { name: 'Vergelijken of terugnemen' }).click();
  await expect(page.getByText('Papieren tonen het · Dezelfde kaart.')).toBeVisible();
  await press(page, 'Terugnemen');
  await expect(page.getByText('Teruggenomen. Alles is weer zoals ervoor.')).toBeVisible();
  await press(page, 'Twee mensen');
  await expect(page.getByText('Genoteerd: twee mensen.')).toBeVisible();
  await expect(page.getByText(other)).toHaveCount(0);
});

test('who answers after a colleague is told so, and keeps what was typed', async ({ page, context }) => {
  test.slow();
  const { cards } = await twice(page);
  const here = pairOf(cards);
  await page.goto(here);
  await page.getByText('De persoon zegt het zelf').click();
  await page.getByLabel('Toelichting').fill('Vanmorgen aan de balie.');
  const colleague = await context.newPage();
  await colleague.goto(here);
  await press(colleague, 'Twee mensen');
  await colleague.goto(here);
  await press(colleague, 'Terugnemen');
  await press(page, 'Eén persoon');
  await expect(page.getByText('Een collega heeft intussen iets gezegd')).toBeVisible();
  await expect(page.getByLabel('Toelichting')).toHaveValue('Vanmorgen aan de balie.');
  await expect(page.getByLabel('De persoon zegt het zelf')).toBeChecked();
  await press(page, 'Eén persoon');
  await expect(page.getByText('Dit is nu één persoon.')).toBeVisible();
});

test('the screens of two records are there for everybody', async ({ page }) => {
  // Four screens, each at three widths in light and dark.
  test.slow();
  const { cards } = await twice(page);
  await page.goto('/people/pairs');
  await expectForEverybody(page);
  await page.goto(pairOf(cards));
  await press(page, 'Eén persoon');
  await expectForEverybody(page);
  await page.getByText('Papieren tonen het').click();
  await press(page, 'Eén persoon');
  await page.goto(pairOf(cards));
  await expectForEverybody(page);
  await page.goto(cards[1]);
  await expectForEverybody(page);
});
