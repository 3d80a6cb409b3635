/** The public site: one neutral page, a way out, and nothing that tells what else is here. */
import { test as plain } from '@playwright/test';

import { wholeBrowser } from '../support/browsers.ts';
import { portalSite, staffSite } from '../support/hosts.ts';
import { ask, constant } from '../support/raw.ts';
import { expect, test } from '../support/test.ts';

const telling = /geweld|slachtoffer|politie|parket|justice|linde|onthaal|violence/i;

test('a host that does not exist gets one constant page, whatever it asks for', async () => {
  for (const site of [portalSite(), staffSite()]) {
    const host = `elders.localhost:${new URL(site).port}`;
    const paths = ['/bestaat-niet', '/', '/a', '/x', '/desk', '/sign-in', '/health', '/icon.svg'];
    const answers = await Promise.all(paths.map((path) => ask({ path, site, headers: { host } })));
    const [first, ...others] = answers.map(constant);
    expect(first?.status).toBe(404);
    expect(first?.body).not.toMatch(telling);
    for (const other of others) expect(other).toEqual(first);
  }
});

test('the public page is small, says nothing about anybody, and has no script', async ({ page }) => {
  const bodies: Promise<Buffer>[] = [];
  page.on('response', (response) => void (response.ok() && bodies.push(response.body())));
  await page.goto(portalSite());
  await page.waitForLoadState('networkidle');
  const bytes = (await Promise.all(bodies)).reduce((sum, body) => sum + body.length, 0);
  await expect(page).toHaveURL(/\/a$/);
  await expect(page).toHaveTitle('Afspraak');
  await expect(page.locator('script')).toHaveCount(0);
  expect(await page.content()).not.toMatch(telling);
  expect(bytes).toBeGreaterThan(0);
  expect(bytes).toBeLessThanOrEqual(60_000);
  expect(await page.context().cookies()).toEqual([]);
});

plain('the way out leaves the public site and clears it', async ({ javaScriptEnabled }) => {
  const { status, headers } = await ask({ path: '/x', site: portalSite() });
  expect(status).toBe(303);
  expect(headers['clear-site-data']).toBe('"cache", "storage"');
  expect(headers['cache-control']).toBe('no-store');
  const away = headers.location ?? '';
  expect(new URL(away).host).not.toContain('localhost');
  const browser = await wholeBrowser();
  const context = await browser.newContext({ javaScriptEnabled, locale: 'nl-BE' });
  await context.route(away, (route) => route.fulfill({ body: 'het weer', contentType: 'text/html' }));
  const page = await context.newPage();
  await page.goto(`${portalSite()}/a`);
  await page.getByRole('link', { name: 'Sluiten' }).click();
  await expect(page).toHaveURL(away);
  await expect(page.getByText('het weer')).toBeVisible();
  await browser.close();
});

test('a browser that fetches ahead does not leave', async () => {
  const headers = { 'sec-purpose': 'prefetch' };
  const answer = await ask({ path: '/x', site: portalSite(), headers });
  expect(answer.status).toBe(204);
  expect(answer.headers['clear-site-data']).toBeUndefined();
});

test('neither site has the pages of the other', async () => {
  const missing = constant(await ask({ path: '/bestaat-niet', site: portalSite() }));
  expect(missing.status).toBe(404);
  for (const path of ['/desk', '/sign-in', '/people/new', '/events', '/style', '/lock', '/staff.js']) {
    expect(constant(await ask({ path, site: portalSite() })), path).toEqual(missing);
  }
  const elsewhere = await ask({ path: '/bestaat-niet' });
  for (const path of ['/a', '/x']) {
    const answer = await ask({ path });
    expect(answer.status).toBe(404);
    expect(answer.body.equals(elsewhere.body), path).toBe(true);
  }
});
