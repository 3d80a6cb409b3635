/** What stays behind in the profile of a browser: nothing that was typed. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import type { Page } from '@playwright/test';

import { receptionist } from '../support/accounts.ts';
import { browserWithProfile } from '../support/browsers.ts';
import { findField, saveAndReceive, sendByEnter, signInAs } from '../support/desk.ts';
import { page as fixturePage, startFixture } from '../support/fixture.ts';
import { staffSite } from '../support/hosts.ts';
import { rareWord } from '../support/invented.ts';
import { expect, test } from '../support/test.ts';

/** How long a browser may take to write its session files. */
const written = 3_000;

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

/** The files that hold one of the words, as one or as two bytes a letter. */
async function holding(folder: string, words: string[]): Promise<string[]> {
  const needles = words.flatMap((word) => [Buffer.from(word), Buffer.from(word, 'utf16le')]);
  const found: string[] = [];
  for (const file of await filesIn(folder)) {
    const content = await readFile(file);
    if (needles.some((needle) => content.includes(needle))) found.push(file.slice(folder.length));
  }
  return found;
}

async function settle(page: Page): Promise<void> {
  await page.goto('about:blank');
  await pause(written);
}

test('nothing that was typed is in the profile after the browser closes', async () => {
  test.slow();
  const [refused, accepted, sought, half] = [rareWord(), rareWord(), rareWord(), rareWord()];
  const { context, folder, remove } = await browserWithProfile();
  const page = context.pages()[0] ?? (await context.newPage());
  const site = staffSite();
  await signInAs(page, receptionist('own'), site);
  await findField(page).pressSequentially(sought);
  await sendByEnter(page, findField(page));
  await page.goto(`${site}/people/new`);
  await page.getByLabel('Naam', { exact: true }).pressSequentially(refused);
  await page.getByLabel('Geboortedatum', { exact: true }).fill('31-02-1990');
  await saveAndReceive(page);
  await expect(page.getByRole('alert')).toBeVisible();
  await page.getByLabel('Geboortedatum', { exact: true }).fill('');
  await page.getByLabel('Naam', { exact: true }).fill(accepted);
  await saveAndReceive(page);
  await expect(page.getByText(/ is ingecheckt\.$/)).toBeVisible();
  await page.goto(`${site}/people/new`);
  await page.getByLabel('Naam', { exact: true }).pressSequentially(half);
  await pause(written);
  await settle(page);
  await context.close();
  expect(await filesIn(folder)).not.toEqual([]);
  expect(await holding(folder, [refused, accepted, sought, half])).toEqual([]);
  expect(await holding(folder, ['127.0.0.1']), 'the profile was written').not.toEqual([]);
  await remove();
});

test('a form that is answered with a page leaves its text in the profile', async () => {
  test.slow();
  const typed = rareWord();
  const fixture = await startFixture((_, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.setHeader('cache-control', 'no-store');
    response.end(fixturePage('<form method="post"><input name="name"><button>ok</button></form>'));
  });
  const { context, folder, remove } = await browserWithProfile();
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(fixture.address);
  await page.locator('input').pressSequentially(typed);
  await page.locator('button').click();
  await pause(written);
  await settle(page);
  await context.close();
  expect(await holding(folder, [typed])).not.toEqual([]);
  await remove();
  fixture.stop();
});
