/** The mail server of a house: set on its screen, tried, and nothing on the way says too much. */
import type { Page } from '@playwright/test';

import { andArrive, signInAs } from '../support/desk.ts';
import { expectForEverybody } from '../support/everybody.ts';
import { startSink } from '../support/sink.ts';
import { expect, test, withScripts } from '../support/test.ts';

/** Each project sets the server of a centre of its own. */
const manager = () => (withScripts() ? 'Bram Goossens' : 'Ilse de Groot');

const send = (page: Page, name: string) =>
  andArrive(page, () => page.getByRole('button', { name, exact: true }).click());

async function fill(page: Page, values: Record<string, string>): Promise<void> {
  for (const [label, value] of Object.entries(values)) {
    await page.getByLabel(label, { exact: true }).fill(value);
  }
}

test('a mail server is set, tried, and a letter arrives that says nothing', async ({ page }) => {
  const sink = await startSink();
  await signInAs(page, manager());
  await page.goto('/manage/mail');
  await expect(page.getByText('Er is nog geen mailserver.')).toBeVisible();
  await fill(page, { Server: 'localhost', Poort: String(sink.port), 'Naam van de afzender': 'Politie' });
  await page.getByText('Niet versleuteld').click();
  await fill(page, { 'Adres van de afzender': 'bericht@agenda.example' });
  await fill(page, { 'Naam van het huis in de post': 'agenda.example' });
  await send(page, 'Bewaren');
  await expect(page.getByText('“politie” zegt te veel').first()).toBeVisible();
  await expect(page.getByLabel('Naam van de afzender', { exact: true })).toHaveValue('Politie');
  await fill(page, { 'Naam van de afzender': 'Agenda' });
  await send(page, 'Bewaren');
  await expect(page.getByText('Bewaard. Het geldt vanaf nu.')).toBeVisible();
  await fill(page, { Mailadres: 'rosa@lezer.example' });
  await send(page, 'Proefbericht sturen');
  await expect(page.getByText('De mailserver heeft het bericht aangenomen.')).toBeVisible();
  expect(sink.letters()).toHaveLength(1);
  expect(sink.letters()[0]).toContain('To: rosa@lezer.example');
  expect(sink.letters()[0]).not.toMatch(/linde|anker|onthaal|https?:/i);
  sink.stop();
});

test('the screen of the mail server is there for everybody', async ({ page }) => {
  await signInAs(page, manager());
  await page.goto('/manage/mail');
  await fill(page, { Server: '' });
  await send(page, 'Bewaren');
  await expect(page.getByRole('alert').first()).toBeVisible();
  await expectForEverybody(page);
});
