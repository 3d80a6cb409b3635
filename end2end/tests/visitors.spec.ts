/** The work of the desk: who comes in, where they go, and when they leave. */
import {
  andArrive,
  beginPerson,
  cardOf,
  findField,
  hits,
  lookFor,
  openVisit,
  receivedToken,
  receiveNew,
  roomNamed,
  saveAndReceive,
  sendByEnter,
  steps,
} from '../support/desk.ts';
import { Hand } from '../support/hand.ts';
import { inventedName } from '../support/invented.ts';
import { atDesk as test, expect, withScripts } from '../support/test.ts';

test.beforeEach(async ({ page }) => void (await page.goto('/desk')));

test('a visitor nobody knows is looked for, registered, received and seen on the board', async ({
  page,
}) => {
  const [hand, name] = [new Hand(), inventedName()];
  await hand.fill(findField(page), `${name} 12-03-1990`);
  await hand.pressKey(findField(page), 'Enter');
  await expect(page.getByText('Niemand gevonden')).toBeVisible();
  await hand.press(page.getByRole('button', { name: 'Nieuwe bezoeker' }));
  await expect(page.getByLabel('Naam', { exact: true })).toHaveValue(name);
  await expect(page.getByLabel('Geboortedatum', { exact: true })).toHaveValue('12-03-1990');
  await hand.press(page.getByRole('button', { name: 'Bewaren en inchecken' }));
  const token = await receivedToken(page);
  await expect(cardOf(page, token)).toContainText('Wachtkamer');
  await expect(page.locator('main')).not.toContainText(name);
  expect(hand.moves, 'presses and fields for a new visitor').toBeLessThanOrEqual(9);
});

test('a visitor who is known is received without typing her again', async ({ page }) => {
  const name = inventedName();
  await beginPerson(page, name);
  await page.getByRole('button', { name: 'Alleen bewaren' }).click();
  await expect(page.getByText('Bewaard.')).toBeVisible();
  await page.goto('/desk');
  const hand = new Hand();
  await hand.fill(findField(page), name.toLowerCase());
  await hand.pressKey(findField(page), 'Enter');
  await expect(hits(page)).toHaveCount(1);
  await hand.press(hits(page).getByRole('link', { name: 'Is aangekomen' }));
  await hand.press(page.getByRole('button', { name: 'Inchecken' }));
  const token = await receivedToken(page);
  expect(hand.moves, 'presses and fields for a known visitor').toBeLessThanOrEqual(4);
  await openVisit(page, token);
  await expect(page.getByRole('link', { name })).toBeVisible();
});

test('a visit goes to a service in a room, back to the waiting room, and ends', async ({ page }) => {
  const token = await receiveNew(page, inventedName());
  const room = withScripts() ? 'Hazelaar' : 'Berk';
  await openVisit(page, token);
  await page.getByLabel('Dienst', { exact: true }).selectOption({ label: 'Politie' });
  await page.getByLabel('Ruimte', { exact: true }).selectOption({ label: room });
  await page.getByRole('button', { name: 'Is nu daar' }).click();
  await expect(page.getByText(`${token} is nu bij de dienst.`)).toBeVisible();
  await expect(cardOf(page, token)).toContainText(room);
  await expect(roomNamed(page, room)).toContainText('niet vrij');
  await openVisit(page, token);
  await expect(steps(page)).toContainText(['Aangekomen', `Bij Politie, ${room}`]);
  await page.getByRole('button', { name: 'Terug naar de wachtkamer' }).click();
  await expect(page.getByText(`${token} is terug in de wachtkamer.`)).toBeVisible();
  await expect(roomNamed(page, room)).toContainText('vrij');
  await openVisit(page, token);
  await page.getByRole('button', { name: 'Ja, vertrekt' }).click();
  await expect(page.getByText(`${token} is vertrokken.`)).toBeVisible();
  await expect(cardOf(page, token)).toHaveCount(0);
});

test('a visitor without a name keeps the course of the visit when a person is linked', async ({
  page,
}) => {
  const name = inventedName();
  await beginPerson(page, name);
  await page.getByRole('button', { name: 'Alleen bewaren' }).click();
  await expect(page.getByText('Bewaard.')).toBeVisible();
  await page.goto('/desk');
  await page.getByRole('link', { name: 'Zonder naam: alleen een nummer' }).click();
  await page.getByRole('button', { name: 'Inchecken' }).click();
  const token = await receivedToken(page);
  await openVisit(page, token);
  await expect(page.getByText('Dit bezoek heeft nog geen persoon.')).toBeVisible();
  await page.getByLabel('Dienst', { exact: true }).selectOption({ label: 'OCMW' });
  await page.getByRole('button', { name: 'Is nu daar' }).click();
  await expect(page.getByText(`${token} is nu bij de dienst.`)).toBeVisible();
  await openVisit(page, token);
  await page.locator('#find-person').fill(name);
  await sendByEnter(page, page.locator('#find-person'));
  await hits(page).getByRole('button', { name: 'Persoon koppelen' }).click();
  await expect(page.getByText(`De persoon hoort nu bij ${token}.`)).toBeVisible();
  await expect(page.getByRole('link', { name })).toBeVisible();
  await expect(steps(page)).toContainText(['Aangekomen', 'Bij OCMW', 'Persoon gekoppeld']);
});

test('somebody with a known name is shown before anybody is written down twice', async ({ page }) => {
  const name = inventedName();
  await receiveNew(page, name);
  await beginPerson(page, name);
  await saveAndReceive(page);
  await expect(page.getByRole('heading', { name: 'Is het een van deze mensen?' })).toBeVisible();
  await expect(hits(page)).toContainText([name]);
  await expect(page.getByLabel('Naam', { exact: true })).toHaveValue(name);
  await page.getByLabel('Nee, dit is iemand anders').check();
  await saveAndReceive(page);
  await receivedToken(page);
  await lookFor(page, name);
  await expect(hits(page)).toHaveCount(2);
});

test('a form that is sent twice makes one person and one visit', async ({ page, context }) => {
  const name = inventedName();
  await beginPerson(page, name);
  const key = await page.locator('.form input[name=idem_key]').getAttribute('value');
  await saveAndReceive(page);
  const token = await receivedToken(page);
  const again = await context.newPage();
  await beginPerson(again, name);
  await again.locator('.form input[name=idem_key]').evaluate((input, value) => {
    (input as HTMLInputElement).value = value ?? '';
  }, key);
  await saveAndReceive(again);
  await lookFor(page, name);
  await expect(hits(page)).toHaveCount(1);
  await expect(cardOf(page, token)).toHaveCount(1);
});

test('a page that shows an older state of a visit changes nothing and says so', async ({
  page,
  context,
}) => {
  const token = await receiveNew(page, inventedName());
  await openVisit(page, token);
  const other = await context.newPage();
  await other.goto(page.url());
  await page.getByLabel('Dienst', { exact: true }).selectOption({ label: 'CAW' });
  await page.getByRole('button', { name: 'Is nu daar' }).click();
  await expect(page.getByText(`${token} is nu bij de dienst.`)).toBeVisible();
  await andArrive(other, () => other.getByRole('button', { name: 'Ja, vertrekt' }).click());
  await expect(other.getByText('Iemand anders heeft dit net veranderd.')).toBeVisible();
  await expect(steps(other)).toContainText(['Aangekomen', 'Bij CAW']);
});
