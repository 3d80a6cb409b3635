/** What a day at the desk leaves in addresses, titles and stores: nothing about anybody. */
import type { Page } from '@playwright/test';

import { receptionist } from '../support/accounts.ts';
import {
  andArrive,
  beginPerson,
  findField,
  openVisit,
  receivedToken,
  saveAndReceive,
  sendByEnter,
  signInAs,
} from '../support/desk.ts';
import { rareWord } from '../support/invented.ts';
import { expect, test, watch } from '../support/test.ts';

/** Everything a colleague does with one visitor. */
async function workWith(page: Page, name: string): Promise<void> {
  await signInAs(page, receptionist('own'));
  await findField(page).fill(name);
  await sendByEnter(page, findField(page));
  await beginPerson(page, name);
  await page.getByLabel('Geboortedatum', { exact: true }).fill('31-02-1990');
  await saveAndReceive(page);
  await page.getByLabel('Geboortedatum', { exact: true }).fill('');
  await saveAndReceive(page);
  await openVisit(page, await receivedToken(page));
  await page.getByRole('link', { name, exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await page.getByRole('link', { name: 'Mijn account' }).click();
  const signOut = page.getByRole('button', { name: 'Afmelden' });
  await andArrive(page, () => signOut.click());
}

test('no address, referrer or title tells what was typed, and no form is answered by a page', async ({
  page,
}) => {
  const name = rareWord();
  const [addresses, answers] = [new Set<string>(), new Set<string>()];
  const pages: Promise<string>[] = [];
  page.on('request', (request) => {
    addresses.add(request.url()).add(request.headers().referer ?? '');
  });
  page.on('response', (response) => {
    const request = response.request();
    const sent = request.isNavigationRequest() && request.method() === 'POST';
    if (response.ok() && request.isNavigationRequest()) {
      const text = response.text();
      // A page that was left before it was read is not counted below.
      text.catch(() => undefined);
      pages.push(text);
    }
    if (sent) answers.add(`${new URL(request.url()).pathname.split('/')[1]} ${response.status()}`);
  });
  await workWith(page, name);
  expect([...addresses].filter((address) => address.includes(name))).toEqual([]);
  expect([...addresses].filter((address) => new URL(address || page.url()).search)).toEqual([]);
  const titles = (await Promise.allSettled(pages)).flatMap((read) =>
    read.status === 'fulfilled' ? [/<title>(.*?)<\/title>/.exec(read.value)?.[1]] : [],
  );
  expect(titles.length).toBeGreaterThan(5);
  expect(new Set(titles)).toEqual(new Set(['Agenda']));
  expect([...answers].filter((answer) => !answer.endsWith(' 303'))).toEqual([]);
  expect(answers.size).toBeGreaterThan(2);
});

test('no store of the browser holds anything @js-on', async ({ page, context }) => {
  await workWith(page, rareWord());
  await signInAs(page, receptionist('own'));
  const held = await page.evaluate(async () => ({
    local: localStorage.length,
    session: sessionStorage.length,
    databases: (await indexedDB.databases()).length,
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    caches: (await caches.keys()).length,
    cookies: document.cookie,
  }));
  expect(held).toEqual({ local: 0, session: 0, databases: 0, workers: 0, caches: 0, cookies: '' });
  const cookies = await context.cookies();
  for (const cookie of cookies) {
    expect(cookie).toMatchObject({ expires: -1, httpOnly: true, secure: true, sameSite: 'Strict' });
  }
  expect(cookies.map(({ name }) => name)).toEqual(['__Host-balie']);
});

test('a page that breaks the content policy is noticed @js-on', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ ...(baseURL ? { baseURL } : {}) });
  const complaints = await watch(context);
  const page = await context.newPage();
  await page.goto('/sign-in');
  await page.evaluate(() => {
    const picture = document.createElement('img');
    picture.src = 'http://elders.invalid/pixel.png';
    document.body.append(picture);
  });
  await expect.poll(() => complaints.join()).toMatch(/content security policy/i);
  await context.close();
});
