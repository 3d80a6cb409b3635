/** Finding somebody again, however she is typed: with why she is shown, and nobody twice. */
import { randomInt } from 'node:crypto';
import type { Page } from '@playwright/test';

import {
  beginPerson,
  cardOf,
  findField,
  hits,
  lookFor,
  receivedToken,
  receiveNew,
  saveAndReceive,
} from '../support/desk.ts';
import { expectForEverybody } from '../support/everybody.ts';
import { Hand } from '../support/hand.ts';
import { rareWord } from '../support/invented.ts';
import { atDesk as test, expect } from '../support/test.ts';

/** Somebody new: a given name nobody has, and a family name that many ways of writing meet. */
const martinez = (): { given: string; name: string } => {
  const given = rareWord();
  return { given, name: `${given} Martínez-Núñez` };
};

async function keep(page: Page, name: string, fields: Record<string, string> = {}): Promise<void> {
  await beginPerson(page, name);
  for (const [label, typed] of Object.entries(fields)) {
    const field = page.getByLabel(label, { exact: true });
    if (!(await field.isVisible())) await page.getByText('Veilig bereiken').click();
    await field.fill(typed);
  }
  const [save, saved] = [page.getByRole('button', { name: 'Alleen bewaren' }), page.getByText('Bewaard.')];
  // Another test may have kept somebody of this family name who was born about then.
  const other = page.getByLabel('Nee, dit is iemand anders');
  await save.click();
  await expect(saved.or(other)).toBeVisible();
  if (await other.isVisible()) {
    await other.check();
    await save.click();
  }
  await expect(saved).toBeVisible();
}

/** The hit with this name. */
const hit = (page: Page, name: string) => hits(page).filter({ hasText: name });

test('a name is found however it is written, and the hit says why', async ({ page }) => {
  const { given, name } = martinez();
  await keep(page, name);
  for (const { typed, why } of [
    { typed: `MARTINEZ NUNEZ ${given.toUpperCase()}`, why: 'zelfde naam' },
    { typed: `${given} martineznunez`, why: 'zelfde naam' },
    { typed: `${given} martines nunes`, why: 'naam klinkt hetzelfde' },
    { typed: `${given} marxtinez nunez`, why: 'naam lijkt erop' },
    { typed: `${given} mart`, why: 'naam begint zo' },
    { typed: given, why: 'deel van de naam' },
  ]) {
    await lookFor(page, typed);
    await expect(hit(page, name), typed).toContainText(why);
  }
});

test('a birth date is found in every form it is typed in', async ({ page }) => {
  const { given, name } = martinez();
  const [day, month, year] = [randomInt(13, 28), randomInt(1, 12), randomInt(1920, 1950)];
  await keep(page, name, { Geboortedatum: `${day}-${month}-${year}` });
  for (const between of ['/', '.', ' ', '-']) {
    await lookFor(page, [day, month, year].join(between));
    await expect(hit(page, name), between).toContainText('zelfde geboortedatum');
  }
  await lookFor(page, `${given} ${year}`);
  await expect(hit(page, name)).toContainText('zelfde jaar');
  await expect(hit(page, name)).not.toContainText(`${day}-`);
  await lookFor(page, `${year}`);
  await expect(hits(page)).toHaveCount(0);
  await expect(page.getByText('Typ er ook een naam bij')).toBeVisible();
});

test('day and month in each other’s place are found and said', async ({ page }) => {
  const { given, name } = martinez();
  const year = randomInt(1920, 1950);
  await keep(page, name, { Geboortedatum: `03-08-${year}` });
  await lookFor(page, `${given} 08-03-${year}`);
  await expect(hit(page, name)).toContainText('dag en maand omgewisseld');
  await expect(hit(page, name)).not.toContainText(`03-08`);
});

test('a telephone number is found as it is dialled from abroad', async ({ page }) => {
  const { name } = martinez();
  const rest = `${randomInt(10, 99)} ${randomInt(10, 99)} ${randomInt(10, 99)}`;
  await keep(page, name, { Telefoonnummer: `0471 ${rest}` });
  await lookFor(page, `+32 471 ${rest}`);
  await expect(hit(page, name)).toContainText('zelfde telefoonnummer');
});

test('the code on the paper finds the visitor, with a name or without', async ({ page }) => {
  const { name } = martinez();
  const token = await receiveNew(page, name);
  await lookFor(page, token.toLowerCase());
  await expect(hit(page, name)).toContainText('zelfde code');
  await expect(hits(page).getByRole('link', { name: `Is al binnen: ${token}` })).toBeVisible();
  await page.goto('/visits/new');
  await page.getByRole('button', { name: 'Inchecken' }).click();
  const unnamed = await receivedToken(page);
  await lookFor(page, unnamed);
  await hit(page, unnamed).getByRole('link', { name: 'Bekijken' }).click();
  await expect(page.getByRole('heading', { level: 1, name: `Bezoek ${unnamed}` })).toBeVisible();
});

test('a known visitor whose name is misheard is received in four moves', async ({ page }) => {
  const { given, name } = martinez();
  await keep(page, name);
  await page.goto('/desk');
  const hand = new Hand();
  await hand.fill(findField(page), `${given} martines nunes`);
  await hand.pressKey(findField(page), 'Enter');
  await hand.press(hit(page, name).getByRole('link', { name: 'Is aangekomen' }));
  await hand.press(page.getByRole('button', { name: 'Inchecken' }));
  await expect(cardOf(page, await receivedToken(page))).toBeVisible();
  expect(hand.moves).toBeLessThanOrEqual(4);
});

test('who is written down again under a respelt name is asked about first', async ({ page }) => {
  const { given, name } = martinez();
  const year = randomInt(1920, 1950);
  await keep(page, name, { Geboortedatum: `03-08-${year}` });
  await beginPerson(page, `${given} Martines Nunes`);
  await page.getByLabel('Geboortedatum', { exact: true }).fill(`08-03-${year}`);
  await saveAndReceive(page);
  await expect(page.getByRole('heading', { name: 'Is het een van deze mensen?' })).toBeVisible();
  await expect(hit(page, name)).toContainText('naam klinkt hetzelfde');
  await expect(hit(page, name)).toContainText('dag en maand omgewisseld');
});

test('hits appear while somebody types @js-on', async ({ page }) => {
  const { given, name } = martinez();
  await keep(page, name);
  await page.goto('/desk');
  await findField(page).pressSequentially(`${given.toLowerCase()} mart`, { delay: 20 });
  await expect(hit(page, name)).toContainText('naam begint zo');
  await expect(page).toHaveURL(/\/desk$/);
});

test('the board with several reasons is there for everybody', async ({ page }) => {
  await keep(page, martinez().name, { Geboortedatum: '03-08-1944' });
  await lookFor(page, 'martines nunes 08-03-1944');
  await expect(hits(page).first()).toContainText('dag en maand omgewisseld');
  await expectForEverybody(page);
});
