/**
 * The proof of whoever is signed in gets old by itself, after five minutes. No test waits that long:
 * the row of its own session says that it is that old already.
 */
import { createHash } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';

import { test, type Page } from '@playwright/test';

import { sql, type Centre } from './centre.ts';

const cookie = '__Host-balie';
const longAgo = '2026-01-01T00:00:00+00:00';

/** Lets the proof of this browser be long ago; the test is left out on a server started by hand. */
export async function letProofAge(page: Page): Promise<void> {
  const centre = JSON.parse(process.env.ONTHAAL_CENTRE ?? 'null') as Centre | null;
  test.skip(!centre, 'This server was started by hand and its data are not known here.');
  const session = await tokenHash(page);
  if (centre?.engine === 'sqlite') ageInFile(`${centre.folder}/onthaal.db`, session);
  else if (centre) await ageInDatabase(centre, session);
}

/** What the database keeps of the token in the cookie. */
async function tokenHash(page: Page): Promise<Buffer> {
  const held = (await page.context().cookies()).find((one) => one.name === cookie);
  const token = Buffer.from(held?.value ?? '', 'base64url');
  return createHash('sha256').update(token).digest();
}

function ageInFile(file: string, session: Buffer): void {
  const database = new DatabaseSync(file, { timeout: 5_000 });
  const age = 'UPDATE session SET proved_at = ?, stepped_at = NULL WHERE token_hash = ?';
  const { changes } = database.prepare(age).run(longAgo, session);
  database.close();
  if (changes !== 1) throw new Error('No session has this token.');
}

async function ageInDatabase(centre: Centre, session: Buffer): Promise<void> {
  const which = `token_hash = '\\x${session.toString('hex')}'`;
  const age = `UPDATE session SET proved_at = '${longAgo}', stepped_at = NULL WHERE ${which}`;
  await sql(age, centre.settings.ONTHAAL_DATABASE_URL);
}
