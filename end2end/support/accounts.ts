/**
 * Colleagues with a pass-phrase and one-time codes, each for one test of one project: a code counts
 * only once, so no two tests share an account.
 */
import { createHmac } from 'node:crypto';

import { test } from '@playwright/test';

import { onthaalWith, type Centre } from './centre.ts';

/** What each account is for. */
const purposes = ['enters', 'mistypes', 'repeats', 'locks', 'leaves', 'first', 'second'] as const;

/** What an account is for. */
export type Purpose = (typeof purposes)[number];

/** The pass-phrase of all of them. */
export const passphrase = 'zeven witte zwanen zwemmen';

/** Somebody who can sign in. */
export interface Account {
  readonly user: string;
  readonly name: string;
  /** The secret for one-time codes, in base32. */
  readonly secret: string;
}

/** Gives the accounts to the demo centre; call it before a server works on the data. */
export async function addAccounts(centre: Centre): Promise<Account[]> {
  const accounts: Account[] = [];
  for (const purpose of purposes) {
    for (const project of ['js-on', 'js-off']) {
      accounts.push(await addAccount(centre, `${purpose}.${project}`));
    }
  }
  return accounts;
}

async function addAccount(centre: Centre, user: string): Promise<Account> {
  const name = `Collega ${user.replaceAll(/[^a-z]/g, ' ')}`;
  const who = ['--centre', 'linde', '--name', name, '--user', user, '--role', 'reception'];
  const words = ['user', 'add', '--data', centre.folder, ...who];
  const printed = await onthaalWith(centre, `${passphrase}\n`, ...words);
  const secret = /^[A-Z2-7]{16,}$/m.exec(printed)?.[0];
  if (!secret) throw new Error('The program printed no secret for codes.');
  return { user, name, secret };
}

/** The account of the test that runs now; the test is left out on a server started by hand. */
export function accountFor(purpose: Purpose): Account {
  const known = JSON.parse(process.env.ONTHAAL_ACCOUNTS ?? '[]') as Account[];
  const user = `${purpose}.${test.info().project.name}`;
  const account = known.find((one) => one.user === user);
  test.skip(!account, 'This server was started by hand and has no accounts for tests.');
  return account as Account;
}

/** The one-time code of this moment (RFC 6238: SHA-1, six digits, steps of 30 seconds). */
export function codeNow(account: Account): string {
  const step = Buffer.alloc(8);
  step.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const mac = createHmac('sha1', fromBase32(account.secret)).update(step).digest();
  const offset = (mac.at(-1) ?? 0) & 0xf;
  const number = mac.readUInt32BE(offset) & 0x7fff_ffff;
  return String(number % 1_000_000).padStart(6, '0');
}

/** Another code than the one of this moment, of one before and of one after. */
export function wrongCode(account: Account): string {
  return codeNow(account).replaceAll(/\d/g, (digit) => String((Number(digit) + 5) % 10));
}

function fromBase32(text: string): Buffer {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = [...text].map((one) => letters.indexOf(one).toString(2).padStart(5, '0')).join('');
  const bytes = bits.match(/.{8}/g) ?? [];
  return Buffer.from(bytes.map((byte) => Number.parseInt(byte, 2)));
}
