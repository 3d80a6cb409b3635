/** What people type by mistake or on purpose: the reason stands beside the field, the text stays. */
import type { Locator, Page } from '@playwright/test';

import {
  beginPerson,
  hits,
  lookFor,
  openVisit,
  receivedToken,
  saveAndReceive,
  saveAndReceiveAnyway,
} from '../support/desk.ts';
import { inventedName, rareWord } from '../support/invented.ts';
import { askAs } from '../support/raw.ts';
import { atDesk as test, expect } from '../support/test.ts';

const name = (page: Page): Locator => page.getByLabel('Naam', { exact: true });

/** The sentence that stands beside a field and is read out with it. */
async function expectFault(field: Locator, sentence: RegExp): Promise<void> {
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await expect(field).toHaveAccessibleDescription(sentence);
}

async function expectNothingSaved(page: Page, typed: string): Promise<void> {
  await lookFor(page, typed);
  await expect(hits(page)).toHaveCount(0);
}

for (const { day, sentence } of [
  { day: '31-02-1990', sentence: /Deze dag bestaat niet/ },
  { day: '12-03-2190', sentence: /Deze dag moet nog komen/ },
  { day: '12-03-1790', sentence: /te lang geleden/ },
]) {
  test(`a birth date of ${day} is refused beside the field and kept`, async ({ page }) => {
    const called = inventedName();
    await beginPerson(page, called);
    const born = page.getByLabel('Geboortedatum', { exact: true });
    await born.fill(day);
    await saveAndReceive(page);
    await expect(page).toHaveURL(/\/people\/new$/);
    await expectFault(born, sentence);
    await expect(born).toHaveValue(day);
    await expect(name(page)).toHaveValue(called);
    await expect(page.getByRole('alert')).toContainText('Er klopt nog één ding niet');
    await expectNothingSaved(page, called);
  });
}

test('a name of ten thousand characters is refused with the limit and kept', async ({ page }) => {
  const long = `${rareWord()} ${'é'.repeat(9_987)}`;
  await beginPerson(page, long);
  await saveAndReceive(page);
  await expectFault(name(page), /hoogstens 200 tekens/);
  await expect(name(page)).toHaveValue(long);
});

test('invisible characters are refused beside the field', async ({ page }) => {
  await beginPerson(page, `${rareWord()}\u{7}${rareWord()}`);
  await saveAndReceive(page);
  await expectFault(name(page), /onzichtbare tekens/);
});

test('an empty form asks for one of three answers', async ({ page }) => {
  await beginPerson(page, '');
  await saveAndReceive(page);
  await expectFault(name(page), /Vul een naam of een roepnaam in/);
  await page.getByLabel('Zegt liever geen naam').check();
  await saveAndReceive(page);
  await receivedToken(page);
});

test('a telephone number and a mail address that cannot be are refused together', async ({
  page,
}) => {
  const called = inventedName();
  await beginPerson(page, called);
  await page.getByText('Veilig bereiken').click();
  const phone = page.getByLabel('Telefoonnummer', { exact: true });
  const mail = page.getByLabel('Mailadres', { exact: true });
  await phone.fill('bel mij maar');
  await mail.fill('naam@nergens');
  await saveAndReceive(page);
  await expect(page.getByRole('alert')).toContainText('Er kloppen nog 2 dingen niet');
  await expectFault(phone, /geen telefoonnummer/);
  await expectFault(mail, /geen mailadres/);
  await expect(phone).toHaveValue('bel mij maar');
  await expect(mail).toHaveValue('naam@nergens');
  await expectNothingSaved(page, called);
});

for (const { what, text } of [
  { what: 'markup', text: '</textarea></title><script>document.title="raak"</script>' },
  { what: 'an attribute that ends', text: '" autofocus onfocus="document.title=1' },
  { what: 'emoji', text: '👩‍👧 🌻' },
  { what: 'letters that run from right to left', text: 'ليلى أحمدي' },
]) {
  test(`a name with ${what} is shown as text on every screen`, async ({ page }) => {
    const called = `${rareWord()} ${text}`;
    await beginPerson(page, called);
    await page.getByLabel('Geboortedatum', { exact: true }).fill('31-02-1990');
    await saveAndReceive(page);
    await expect(name(page)).toHaveValue(called);
    await page.getByLabel('Geboortedatum', { exact: true }).fill('');
    await page.getByLabel('Iets wat collega’s moeten weten?').fill(called);
    await saveAndReceiveAnyway(page);
    const token = await receivedToken(page);
    await openVisit(page, token);
    await expect(page.getByRole('definition').filter({ hasText: called })).toBeVisible();
    await page.getByRole('link', { name: called, exact: true }).click();
    await expect(page.getByRole('heading', { level: 1, name: called, exact: true })).toBeVisible();
    await expect(page).toHaveTitle('Agenda');
    await lookFor(page, called.split(' ')[0] ?? '');
    await expect(hits(page).locator('strong')).toHaveText(called);
    await expect(page).toHaveTitle('Agenda');
  });
}

test('a form of more than 64 kilobytes leads to one page that says so', async ({ page }) => {
  await beginPerson(page, `${rareWord()} ${'x'.repeat(70_000)}`);
  await saveAndReceive(page);
  await expect(page).toHaveURL(/\/too-large$/);
  await expect(page.getByText('Dit is te veel in één keer')).toBeVisible();
});

test('bytes that are no text are refused beside the field', async ({ page, context }) => {
  await page.goto('/people/new');
  const key = await page.locator('.form input[name=idem_key]').getAttribute('value');
  const rest = `&kind=victim&purpose=question&channel=never&then=check_in&idem_key=${key}`;
  const body = Buffer.concat([Buffer.from('name=Ra'), Buffer.from([0xff, 0xfe]), Buffer.from(rest)]);
  const answer = await askAs(context, { path: '/people/new', method: 'POST', body });
  expect(answer.status).toBe(303);
  expect(answer.headers.location).toBe('/people/new');
  await page.goto('/people/new');
  await expectFault(name(page), /niet leesbaar/);
});
