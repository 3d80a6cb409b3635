/** The course of a visit: a mistake is taken back, more is asked only when it is needed, and a child who
 * comes alone gets somebody first. */
import { expectNoViolations } from '../support/axe.ts';
import {
  andArrive,
  beginPerson,
  cardOf,
  openVisit,
  receivedToken,
  receiveNew,
  roomNamed,
  steps,
} from '../support/desk.ts';
import { Hand } from '../support/hand.ts';
import { inventedName } from '../support/invented.ts';
import { atDesk as test, expect, withScripts } from '../support/test.ts';

test.beforeEach(async ({ page }) => void (await page.goto('/desk')));

test('a check-in by mistake is taken back with one press, and nobody gets its number', async ({
  page,
}) => {
  const token = await receiveNew(page, inventedName());
  const hand = new Hand();
  await hand.press(page.getByRole('button', { name: `Ongedaan maken ${token}` }));
  await expect(page.getByText(`${token} staat niet meer op het bord.`)).toBeVisible();
  expect(hand.moves).toBe(1);
  await expect(cardOf(page, token)).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Ongedaan maken' })).toHaveCount(0);
  await page.goto('/visits/new');
  await page.getByRole('button', { name: 'Inchecken' }).click();
  expect(await receivedToken(page)).not.toBe(token);
});

test('a move by mistake is taken back on the visit, and the room is free again', async ({ page }) => {
  const token = await receiveNew(page, inventedName());
  const room = withScripts() ? 'Eik' : 'Wilg';
  await openVisit(page, token);
  const visit = page.url();
  await page.getByLabel('Dienst', { exact: true }).selectOption({ label: 'Politie' });
  await page.getByLabel('Ruimte', { exact: true }).selectOption({ label: room });
  await page.getByRole('button', { name: 'Is nu daar' }).click();
  await expect(roomNamed(page, room)).toContainText('niet vrij');
  await page.goto(visit);
  await expectNoViolations(page);
  await andArrive(page, () => page.getByRole('button', { name: 'Ongedaan maken' }).click());
  await expect(page.getByText(`${token} staat weer zoals ervoor.`)).toBeVisible();
  await expect(cardOf(page, token)).toContainText('Wachtkamer');
  await expect(roomNamed(page, room)).not.toContainText('niet vrij');
  await page.goto(visit);
  await expect(steps(page)).toContainText(['Aangekomen', 'Bij Politie', 'Vorige stap teruggedraaid']);
});

test('two who take back the same step do it once', async ({ page, context }) => {
  const token = await receiveNew(page, inventedName());
  await openVisit(page, token);
  const other = await context.newPage();
  await other.goto(page.url());
  await andArrive(page, () => page.getByRole('button', { name: 'Ongedaan maken' }).click());
  await expect(page.getByText(`${token} staat niet meer op het bord.`)).toBeVisible();
  await andArrive(other, () => other.getByRole('button', { name: 'Ongedaan maken' }).click());
  await expect(other.getByText('Iemand anders heeft dit net veranderd.')).toBeVisible();
  await expect(other.getByText('Check-in teruggedraaid')).toBeVisible();
  await expect(other.getByRole('button', { name: 'Is nu daar' })).toHaveCount(0);
});

test('what helps while somebody waits is folded in, kept and corrected', async ({ page }) => {
  await page.goto('/visits/new');
  await expect(page.getByLabel('Hoeveel kinderen komen mee?')).toBeHidden();
  await page.getByText('Meer, als het nodig is').click();
  await page.getByLabel('Hoeveel kinderen komen mee?').fill('veel');
  await page.getByLabel('Tolk nodig? In welke taal?').selectOption({ label: 'Turks' });
  await page.getByLabel('Veilig om hier te wachten?').selectOption({ index: 2 });
  await andArrive(page, () => page.getByRole('button', { name: 'Inchecken' }).click());
  const children = page.getByLabel('Hoeveel kinderen komen mee?');
  await expect(children).toHaveValue('veel');
  await expect(children).toHaveAccessibleDescription(/20/);
  await expectNoViolations(page);
  await children.fill('2');
  await page.getByRole('button', { name: 'Inchecken' }).click();
  const token = await receivedToken(page);
  await expect(cardOf(page, token)).not.toContainText('kinderen');
  await openVisit(page, token);
  const facts = page.getByRole('definition');
  await expect(facts.filter({ hasText: '2 kinderen' })).toBeVisible();
  await expect(facts.filter({ hasText: 'Nee, wacht ergens anders' })).toBeVisible();
  await page.getByRole('link', { name: 'Gegevens van dit bezoek verbeteren' }).click();
  await page.getByLabel('Wie let op de kinderen?').selectOption({ label: 'Een collega' });
  await page.getByRole('button', { name: 'Bewaren' }).click();
  await expect(facts.filter({ hasText: 'Een collega' })).toBeVisible();
  await expect(facts.filter({ hasText: 'Turks' })).toBeVisible();
});

test('the slip says the number and what to do next, and paper shows nothing else', async ({ page }) => {
  const token = await receiveNew(page, inventedName());
  await page.getByRole('link', { name: 'Briefje' }).click();
  const slip = page.locator('.slip');
  await expect(slip).toContainText(token);
  await expect(slip).toContainText('gaan zitten');
  await expectNoViolations(page);
  await page.getByRole('link', { name: 'Français' }).click();
  await expect(slip).toContainText('t’asseoir');
  await expect(slip).toHaveAttribute('lang', 'fr');
  await page.emulateMedia({ media: 'print' });
  await expect(slip).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toBeHidden();
  await expect(page.getByRole('link', { name: 'Français' })).toBeHidden();
  const printed = await page.locator('body').innerText();
  expect(printed).not.toMatch(/geweld|violence|slachtoffer|victime|politie/i);
});

test('a child who comes alone gets somebody before anything is asked', async ({ page }) => {
  await page.getByRole('link', { name: 'Kind dat alleen komt' }).click();
  await expect(page.getByText('Bel niemand thuis.')).toBeVisible();
  await expect(page.getByText('Vraag nog niets, ook geen naam.')).toBeVisible();
  await expect(page.getByRole('textbox')).toHaveCount(0);
  await expectNoViolations(page);
  await page.getByRole('button', { name: 'Er is gebeld: geef een nummer' }).click();
  const token = await receivedToken(page);
  await expect(page.getByRole('heading', { level: 1, name: `Bezoek ${token}` })).toBeVisible();
  await expect(page.getByText('Bel niemand thuis.')).toBeVisible();
  await expect(page.getByText('Persoon koppelen')).toHaveCount(0);
  await expectNoViolations(page);
  const visit = page.url();
  await page.goto('/desk');
  await expect(cardOf(page, token)).toContainText('Bij de balie');
  await page.goto(visit);
  await andArrive(page, () => page.getByRole('button', { name: 'De collega is er' }).click());
  await expect(page.getByText(`Bij ${token} is nu iemand.`)).toBeVisible();
  await expect(page.getByText('Bel niemand thuis.')).toHaveCount(0);
  await expect(steps(page)).toContainText([
    'Aangekomen',
    'Medewerker van dienst gevraagd',
    'Medewerker van dienst is er',
  ]);
});

test('of a minor it is asked first whether somebody came along', async ({ page }) => {
  await beginPerson(page, inventedName());
  const year = new Date().getFullYear() - 15;
  await page.getByLabel('Geboortedatum', { exact: true }).fill(`12-03-${year}`);
  const send = page.getByRole('button', { name: 'Bewaren en inchecken' });
  await andArrive(page, () => send.click());
  const other = page.locator('input[name=someone_else]');
  await page.getByLabel('Nee, komt alleen').check();
  if ((await other.count()) > 0) await other.check();
  await andArrive(page, () => send.click());
  if ((await other.count()) > 0) {
    await other.check();
    await andArrive(page, () => send.click());
  }
  await expect(page.getByText('Bel niemand thuis.')).toBeVisible();
});

test('after closing time there is a page about everybody who is still inside', async ({ page }) => {
  await page.goto('/desk/closing');
  await expect(page.getByRole('heading', { level: 1, name: 'Wie is er nog?' })).toBeVisible();
  await expectNoViolations(page);
});
