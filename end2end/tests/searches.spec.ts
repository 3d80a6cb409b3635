/**
 * How often searching is usual is set on a screen, and can be put back; whoever is asked nothing is told
 * so. That somebody is asked after an hour of searching is shown where the clock can be moved.
 */
import { administrator, coordinator, receptionist } from '../support/accounts.ts';
import { andArrive, signInAs } from '../support/desk.ts';
import { expectForEverybody } from '../support/everybody.ts';
import { expect, test } from '../support/test.ts';

test('the house sets how often searching is usual', async ({ page }) => {
  await signInAs(page, administrator());
  await page.goto('/manage');
  await page.getByRole('link', { name: 'Vaak gezocht' }).click();
  await expect(page.getByText('Niets na te kijken')).toBeVisible();
  await expectForEverybody(page);
  await page.getByRole('link', { name: 'Hoe vaak is gewoon?' }).click();
  const field = page.getByLabel('Keer per uur');
  await field.fill('veel');
  const save = page.getByRole('button', { name: 'Bewaren', exact: true });
  await andArrive(page, () => save.click());
  await expect(field).toHaveValue('veel');
  await expect(page.locator('#e-an_hour')).toBeVisible();
  await expectForEverybody(page);
  await field.fill('400');
  await andArrive(page, () => save.click());
  await expect(field).toHaveValue('400');
});

test('a coordinator finds the list in the menu', async ({ page }) => {
  await signInAs(page, coordinator());
  await page.getByRole('link', { name: 'Vaak gezocht' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Vaak gezocht' })).toBeVisible();
});

test('the desk is told that nothing is asked', async ({ page }) => {
  await signInAs(page, receptionist('own'));
  await page.goto('/searches');
  await expect(page.getByText('Er wordt niets gevraagd')).toBeVisible();
  await expectForEverybody(page);
});
