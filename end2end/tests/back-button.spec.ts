/**
 * The Back button after leaving, in a browser that keeps whole pages in memory: Playwright switches
 * that off unless told otherwise, and its own way of going back does not work with it.
 */
import { setTimeout as pause } from 'node:timers/promises';

import type { Browser, Page } from '@playwright/test';

import { receptionist } from '../support/accounts.ts';
import { browserThatKeepsPages } from '../support/browsers.ts';
import { openVisit, receiveNew, signInAs } from '../support/desk.ts';
import { page as fixturePage, startFixture } from '../support/fixture.ts';
import { staffSite } from '../support/hosts.ts';
import { inventedName } from '../support/invented.ts';
import { expect, test } from '../support/test.ts';

let browser: Browser;

test.beforeAll(async () => void (browser = await browserThatKeepsPages()));
test.afterAll(async () => browser.close());

/** What can be seen now; nothing while the browser is between two pages. */
function seen(page: Page): Promise<string> {
  const look = () => (document.documentElement.checkVisibility() ? document.body.innerText : '');
  return page.evaluate(look).catch(() => '');
}

/** Presses Back five times and gives everything that could be seen on the way. */
async function goBack(page: Page): Promise<string> {
  const all: string[] = [];
  for (let press = 0; press < 5; press += 1) {
    await page.evaluate(() => void setTimeout(() => history.back(), 0)).catch(() => undefined);
    for (let look = 0; look < 6; look += 1) {
      await pause(120);
      all.push(await seen(page));
    }
  }
  return all.join('\n');
}

/** Looks at three pages with a name on them. */
async function lookAround(page: Page, name: string): Promise<void> {
  await signInAs(page, receptionist('own'));
  const token = await receiveNew(page, name);
  await openVisit(page, token);
  await page.getByRole('link', { name, exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
}

async function fresh(): Promise<Page> {
  const context = await browser.newContext({ baseURL: staffSite(), locale: 'nl-BE' });
  return context.newPage();
}

test('after signing out, Back shows nobody @js-on', async () => {
  const [page, name] = [await fresh(), inventedName()];
  await lookAround(page, name);
  await page.getByRole('link', { name: 'Mijn account' }).click();
  await page.getByRole('button', { name: 'Afmelden' }).click();
  await expect(page.getByRole('heading', { name: 'Afgemeld' })).toBeVisible();
  const back = await goBack(page);
  expect(back).not.toContain(name);
  expect(back).not.toContain('Mijn account');
  await page.context().close();
});

test('after locking, Back shows nobody @js-on', async () => {
  const [page, name] = [await fresh(), inventedName()];
  await lookAround(page, name);
  await page.getByRole('button', { name: 'Vergrendelen' }).click();
  await expect(page.getByRole('heading', { name: 'Vergrendeld' })).toBeVisible();
  const back = await goBack(page);
  expect(back).not.toContain(name);
  expect(back).not.toContain('Mijn account');
  await page.context().close();
});

test('this test sees a page that a browser does keep @js-on', async () => {
  const name = inventedName();
  const fixture = await startFixture((request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    const noted = '<script>onpageshow = (event) => { window.kept = event.persisted; }</script>';
    response.end(fixturePage(request.url === '/out' ? 'Afgemeld' : `<p>${name}</p>${noted}`));
  });
  const page = await fresh();
  await page.goto(`${fixture.address}/in`);
  await page.goto(`${fixture.address}/out`);
  await page.evaluate(() => void setTimeout(() => history.back(), 0));
  await expect.poll(() => seen(page)).toContain(name);
  expect(await page.evaluate(() => (window as unknown as { kept: boolean }).kept)).toBe(true);
  await page.context().close();
  fixture.stop();
});
