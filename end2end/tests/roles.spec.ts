/**
 * What a role may not do answers with the very bytes of a page that is not there; a form is led to
 * that page.
 */
import { randomBytes, randomUUID } from 'node:crypto';

import type { BrowserContext } from '@playwright/test';

import { receptionist } from '../support/accounts.ts';
import { openVisit, receiveNew, signInAs } from '../support/desk.ts';
import { staffSite } from '../support/hosts.ts';
import { inventedName } from '../support/invented.ts';
import { askAs, constant } from '../support/raw.ts';
import { expect, test } from '../support/test.ts';

type May = 'desk' | 'board' | 'nothing';

const cast: { role: string; name: string; may: May }[] = [
  { role: 'reception', name: 'Youssef Amrani', may: 'desk' },
  { role: 'intake', name: 'Marleen Claes', may: 'desk' },
  { role: 'coordination', name: 'Sofie De Backer', may: 'board' },
  { role: 'a service', name: 'Pieter Maes', may: 'nothing' },
  { role: 'a facilitator', name: 'Nadia Haddad', may: 'nothing' },
  { role: 'administration', name: 'Bram Goossens', may: 'nothing' },
];

let [person, visit] = ['', ''];

test.beforeAll(async ({ browser }) => {
  const context = await browser.newContext({ baseURL: staffSite(), locale: 'nl-BE' });
  const page = await context.newPage();
  await signInAs(page, receptionist('own'));
  const name = inventedName();
  await openVisit(page, await receiveNew(page, name));
  visit = new URL(page.url()).pathname;
  const link = page.getByRole('link', { name, exact: true });
  person = (await link.getAttribute('href')) ?? '';
  await context.close();
});

/** The pages, from what everybody at the board may open to what only the desk may. */
const boardPages = () => ['/desk'];
const deskPages = () => ['/people/new', '/visits/new', person, `${person}/check-in`, visit];
const deskForms = () => [
  '/search',
  '/people/begin',
  '/people/new',
  `${person}/check-in`,
  `${visit}/search`,
  `${visit}/person`,
];
const boardForms = () => [`${visit}/bring`, `${visit}/wait`, `${visit}/leave`];

type Method = 'GET' | 'POST';

async function expectMissing(context: BrowserContext, method: Method, paths: string[]) {
  const body = method === 'POST' ? 'a=b' : '';
  const asks = (path: string) => askAs(context, { path, method, body });
  const missing = constant(await asks('/bestaat-niet'));
  expect(missing.status).toBe(method === 'POST' ? 303 : 404);
  for (const path of paths) expect(constant(await asks(path)), path).toEqual(missing);
}

async function expectThere(context: BrowserContext, paths: string[]) {
  for (const path of paths) expect((await askAs(context, { path })).status, path).toBe(200);
}

for (const { role, name, may } of cast) {
  test(`${role} opens what its work needs, and the rest is not there`, async ({ page, context }) => {
    await signInAs(page, name);
    await expectThere(context, ['/account']);
    if (may !== 'nothing') await expectThere(context, boardPages());
    if (may === 'desk') await expectThere(context, deskPages());
    if (may === 'nothing') await expectMissing(context, 'GET', boardPages());
    if (may === 'nothing') await expectMissing(context, 'POST', boardForms());
    if (may !== 'desk') await expectMissing(context, 'GET', deskPages());
    if (may !== 'desk') await expectMissing(context, 'POST', deskForms());
    if (role !== 'administration') await expectMissing(context, 'POST', ['/account/workstation']);
  });
}

const ids = /[0-9a-f]{32}/g;

/** The answer about a row, without saying which row. */
async function about(context: BrowserContext, method: Method, path: string) {
  const { headers, ...answer } = constant(await askAs(context, { path, method, body: filled }));
  return { ...answer, location: headers.location?.replaceAll(ids, 'ID') };
}

/** A check-in and a step of a visit that nothing is wrong with. */
const filled = `kind=victim&purpose=question&rev=1&idem_key=${randomUUID().replaceAll('-', '')}`;

test('a visitor of another centre is like nobody', async ({ page, context }) => {
  await signInAs(page, 'Joke Visser');
  const ways: [Method, string][] = [
    ['GET', person],
    ['GET', `${person}/check-in`],
    ['GET', visit],
    ['POST', `${person}/check-in`],
    ['POST', `${visit}/leave`],
    ['POST', `${visit}/wait`],
  ];
  for (const [method, path] of ways) {
    const nobody = path.replace(ids, () => randomBytes(16).toString('hex'));
    const answer = await about(context, method, path);
    expect(answer, `${method} ${path}`).toEqual(await about(context, method, nobody));
    expect([answer.status, answer.location]).toEqual(
      method === 'GET' ? [404, undefined] : [303, '/not-there'],
    );
  }
});

test('whoever has not signed in is led to the door', async ({ page, context }) => {
  await page.goto('/sign-in');
  for (const path of [...boardPages(), ...deskPages()]) {
    const answer = await askAs(context, { path });
    expect([answer.status, answer.headers.location], path).toEqual([303, '/sign-in']);
  }
});
