/** Setting the house up: every section is there for everybody, and what was done can be taken back. */
import type { Page } from '@playwright/test';

import { administrator } from '../support/accounts.ts';
import { andArrive, signInAs } from '../support/desk.ts';
import { expectForEverybody } from '../support/everybody.ts';
import { inventedName } from '../support/invented.ts';
import { expect, test } from '../support/test.ts';

const sections = [
  'Naam en adres',
  'Organisaties',
  'Diensten',
  'Ruimtes',
  'Openingsuren',
  'Bijzondere dagen',
  'Wie is van dienst',
  'Talen aan de balie',
  'Teksten',
  'Bewaartermijnen',
];

const press = (page: Page, name: string) =>
  andArrive(page, () => page.getByRole('button', { name }).first().click());

test.beforeEach(({ page }) => signInAs(page, administrator()));

test('the day of an administrator starts at the sections', async ({ page }) => {
  await expect(page).toHaveURL(/\/manage$/);
  await expect(page.getByRole('heading', { level: 1, name: 'Beheer' })).toBeVisible();
  await expectForEverybody(page);
});

for (const section of sections) {
  test(`the section “${section}” is there for everybody`, async ({ page }) => {
    test.slow();
    await andArrive(page, () => page.getByRole('link', { name: section, exact: true }).click());
    await expect(page.getByRole('heading', { level: 1, name: section })).toBeVisible();
    await expectForEverybody(page);
    const inner = page.locator('main .items a, main .page-head a').first();
    if ((await inner.count()) === 0) return;
    await andArrive(page, () => inner.click());
    await expect(page.locator('form.form')).toBeVisible();
    await expectForEverybody(page);
  });
}

test('a room is added, changed, taken back and closed', async ({ page }) => {
  test.slow();
  const [name, other] = [inventedName(), inventedName()];
  await page.goto('/manage/rooms/new');
  await page.getByLabel('Plaatsen').fill('0');
  await press(page, 'Bewaren');
  await expect(page.getByRole('alert')).toContainText('2 dingen');
  await expect(page.getByText('Typ een heel getal van 1 tot 200.').last()).toBeVisible();
  await page.getByLabel('Naam', { exact: true }).fill(name);
  await page.getByLabel('Plaatsen').fill('3');
  await page.getByLabel('Uren').fill('9-12, 13-17');
  await page.getByLabel('Geluiddicht').check();
  await press(page, 'Bewaren');
  await expect(page.getByText(`“${name}” is toegevoegd.`)).toBeVisible();
  const item = page.locator('li.item').filter({ hasText: name });
  await expect(item).toContainText('3 plaatsen · Geluiddicht · 09:00-12:00, 13:00-17:00');
  await andArrive(page, () => item.getByRole('link').click());
  await page.getByLabel('Naam', { exact: true }).fill(other);
  await press(page, 'Bewaren');
  await expect(page.locator('li.item').filter({ hasText: other })).toBeVisible();
  await press(page, 'Ongedaan maken');
  await expect(page.locator('li.item').filter({ hasText: other })).toHaveCount(0);
  await andArrive(page, () => item.getByRole('link').click());
  await press(page, 'Niet meer aanbieden');
  await expect(page.getByText(`“${name}” wordt niet meer aangeboden.`)).toBeVisible();
});

test('a text is kept in versions, and nothing typed is lost', async ({ page }) => {
  await page.goto('/manage/texts/card.en');
  const box = page.getByLabel('Tekst');
  await box.fill('x'.repeat(700));
  await press(page, 'Bewaren');
  await expect(page.getByText('hoogstens 600 tekens').last()).toBeVisible();
  await expect(box).toHaveValue('x'.repeat(700));
  const [first, second] = [inventedName(), inventedName()];
  for (const text of [first, second]) {
    await page.getByLabel('Tekst').fill(text);
    await press(page, 'Bewaren');
    await expect(page.getByText('Bewaard. Dit geldt meteen.')).toBeVisible();
  }
  await page.getByText('Eerdere versies').click();
  const earlier = page.locator('li.item').filter({ hasText: first });
  await andArrive(page, () => earlier.getByRole('button').click());
  await expect(page.getByLabel('Tekst')).toHaveValue(first);
});
