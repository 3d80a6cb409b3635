/** Erasing somebody: asked for at the desk, looked at and done by two colleagues, gone everywhere. */
import type { Browser, BrowserContext, Page } from '@playwright/test';

import { administrator, coordinator, receptionist } from '../support/accounts.ts';
import { andArrive, beginPerson, hits, lookFor, signInAs } from '../support/desk.ts';
import { expectForEverybody } from '../support/everybody.ts';
import { staffSite } from '../support/hosts.ts';
import { inventedName } from '../support/invented.ts';
import { expect, test, withScripts } from '../support/test.ts';

const press = (page: Page, name: string) =>
  andArrive(page, () => page.getByRole('button', { name, exact: true }).first().click());

const asked = 'De broer van betrokkene getuigt op 4 mei in de zaak waarvoor dit verslag nodig is.';

/** Another browser, with which somebody signs in. */
async function another(browser: Browser, name: string): Promise<[Page, BrowserContext]> {
  const context = await browser.newContext({
    baseURL: staffSite(),
    locale: 'nl-BE',
    javaScriptEnabled: withScripts(),
  });
  const page = await context.newPage();
  await signInAs(page, name);
  return [page, context];
}

/** Writes somebody down at the desk; gives her card. */
async function known(page: Page, name: string): Promise<string> {
  await beginPerson(page, name);
  await press(page, 'Alleen bewaren');
  return page.url();
}

/** Writes a request about somebody down, as the administration does; its page is open then. */
async function note(page: Page, name: string): Promise<void> {
  await page.goto('/manage/erasures/new');
  await page.getByLabel('Naam, geboortedatum of telefoon').last().fill(name);
  await andArrive(page, () => page.locator('#find-person').press('Enter'));
  await andArrive(page, () => hits(page).getByRole('link', { name: 'Kiezen' }).first().click());
  await page.getByLabel('Wie vraagt het?').fill('Mr. Raad, advocaat');
  await press(page, 'Vraag opschrijven');
}

test('two colleagues erase somebody, and she is nowhere any more', async ({ page, browser }) => {
  test.slow();
  const name = inventedName();
  await signInAs(page, receptionist('own'));
  const card = await known(page, name);
  const [one, first] = await another(browser, administrator());
  await note(one, name);
  await expect(one.getByText('Mr. Raad, advocaat')).toBeVisible();
  await expect(one.getByRole('heading', { level: 1, name })).toBeVisible();
  const request = one.url();
  const mark = /[0-9A-F]{4}-[0-9A-F]{4}/.exec(await one.content())?.[0] ?? 'none';
  await press(one, 'Een collega vragen');
  await expect(one.getByText('Een andere collega kan het nu laten gebeuren,')).toBeVisible();
  await expect(one.getByRole('button', { name: 'Nu wissen' })).toHaveCount(0);
  const [other, second] = await another(browser, coordinator());
  await other.goto(request);
  await expect(other.getByText(mark).first()).toBeVisible();
  await press(other, 'Nu wissen');
  await other.getByLabel('Ja, wis deze persoon voorgoed').check();
  await press(other, 'Nu wissen');
  await expect(other.getByText('Gewist. Binnen veertien dagen')).toBeVisible();
  await expect(other.getByText(name)).toHaveCount(0);
  expect((await page.goto(card))?.status()).toBe(404);
  await lookFor(page, name);
  await expect(hits(page)).toHaveCount(0);
  await first.close();
  await second.close();
});

test('a refusal says what matters for this person', async ({ page, browser }) => {
  test.slow();
  const name = inventedName();
  const [desk, context] = await another(browser, receptionist('own'));
  await known(desk, name);
  await context.close();
  await signInAs(page, administrator());
  await note(page, name);
  const box = page.getByLabel('Waarom niet?');
  await box.fill('Wij kunnen niet aan uw verzoek voldoen, op grond van de wet.');
  await press(page, 'Weigeren');
  await expect(page.getByText('Dit past bij iedereen.').first()).toBeVisible();
  await expect(box).toHaveValue(/op grond van de wet/);
  await box.fill(asked);
  await press(page, 'Weigeren');
  await expect(page.getByText('Geweigerd. De reden is bewaard.')).toBeVisible();
  await expect(page.getByText(asked)).toBeVisible();
});

/** A last day that is typed as the form asks for it. */
function typedDay(days: number): string {
  const day = new Date(Date.now() + days * 86_400_000);
  const two = (number: number) => String(number).padStart(2, '0');
  return `${two(day.getDate())}-${two(day.getMonth() + 1)}-${day.getFullYear()}`;
}

test('a hold stops a request, says why, and lets it go on', async ({ page, browser }) => {
  test.slow();
  const name = inventedName();
  const [desk, context] = await another(browser, receptionist('own'));
  await known(desk, name);
  await context.close();
  await signInAs(page, administrator());
  await note(page, name);
  const request = page.url();
  await andArrive(page, () => page.getByRole('link', { name: 'Wisstop zetten' }).click());
  await press(page, 'Wisstop zetten');
  await expect(page.getByText('Vul dit in.').first()).toBeVisible();
  await page.getByText('Bevel van een rechter of het parket').click();
  await page.getByLabel('Laatste dag').fill(typedDay(400));
  await page.getByLabel('De reden').fill('Beschikking 26/104');
  await press(page, 'Wisstop zetten');
  await expect(page.getByText('Dit is meer dan een jaar ver.').first()).toBeVisible();
  await expect(page.getByLabel('De reden')).toHaveValue('Beschikking 26/104');
  await page.getByLabel('Laatste dag').fill(typedDay(100));
  await press(page, 'Wisstop zetten');
  await expect(page.getByText('De wisstop is gezet.')).toBeVisible();
  await expectForEverybody(page);
  const hold = page.url();
  await page.goto(request);
  await expect(page.getByText('Er is een wisstop op deze persoon')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Een collega vragen' })).toHaveCount(0);
  await expectForEverybody(page);
  const [other, second] = await another(browser, coordinator());
  await other.goto('/manage/erasures');
  await andArrive(other, () => other.getByRole('link', { name: 'Wisstops' }).click());
  await expect(other.getByText(name)).toHaveCount(0);
  await expectForEverybody(other);
  await other.goto(hold);
  await expect(other.getByText('Beschikking 26/104')).toBeVisible();
  await other.getByLabel('Laatste dag').fill(typedDay(200));
  await other.getByLabel('De reden').fill('De zitting is verdaagd');
  await press(other, 'Verlengen');
  await expect(other.getByText('De zitting is verdaagd')).toBeVisible();
  await press(other, 'Beëindigen');
  await expect(other.getByText('Beëindigd. Wat gevraagd is, gaat verder.')).toBeVisible();
  await second.close();
  await page.goto(request);
  await press(page, 'Een collega vragen');
  await expect(page.getByText('Een andere collega kan het nu laten gebeuren,')).toBeVisible();
});

test('the screens of erasing are there for everybody', async ({ page, browser }) => {
  test.slow();
  const name = inventedName();
  const [desk, context] = await another(browser, receptionist('own'));
  await known(desk, name);
  await desk.getByRole('link', { name: 'Wissen vragen' }).click();
  await expectForEverybody(desk);
  await context.close();
  await signInAs(page, administrator());
  await note(page, name);
  await expectForEverybody(page);
  const holds = ['/manage/holds', '/manage/holds/new', '/manage/unlinkings'];
  const screens = ['/manage/erasures', '/manage/erasures/new', '/manage/retention/plan', ...holds];
  for (const path of screens) {
    await page.goto(path);
    await expectForEverybody(page);
  }
});
