/**
 * Colleagues of the practice house who are there for the tests. The house lets a colleague be signed
 * in twice at most, and a one-time code counts only once, so no two tests that run at the same time
 * share anybody.
 */
import { createHmac } from 'node:crypto';

import { test } from '@playwright/test';

import { onthaalWith, type Centre } from './centre.ts';

/** What an account with a pass-phrase is for: one test of one project each. */
const purposes = [
  'enters',
  'mistypes',
  'repeats',
  'locks',
  'leaves',
  'first',
  'second',
  'called',
  'covers',
  'speaks',
  'enrols',
  'imports',
  'proves',
  'papers',
  'keys',
  'watches',
] as const;

/** The purposes of those who administer; the others receive visitors. */
const administering: readonly Purpose[] = [
  'enrols',
  'imports',
  'proves',
  'papers',
  'keys',
  'watches',
];

/** What an account is for. */
export type Purpose = (typeof purposes)[number];

/** How many tests run at the same time. */
const seats = [0, 1];

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
  for (const project of ['js-on', 'js-off']) {
    for (const purpose of purposes) {
      const role = administering.includes(purpose) ? 'administrator' : 'reception';
      accounts.push(await addAccount(centre, `${purpose}.${project}`, role));
    }
  }
  for (const seat of seats) {
    accounts.push(await addAccount(centre, `kept.${seat}`, 'reception'));
    accounts.push(await addAccount(centre, `own.${seat}`, 'reception'));
    accounts.push(await addAccount(centre, `rules.${seat}`, 'administrator'));
    accounts.push(await addAccount(centre, `agrees.${seat}`, 'coordinator'));
  }
  return accounts;
}

/**
 * The name of a receptionist for the tests of this worker: one whose session is kept for all of
 * them, and one who signs in during a test.
 */
export function receptionist(which: 'kept' | 'own'): string {
  const user = `${which}.${process.env.TEST_PARALLEL_INDEX}`;
  const account = accounts().find((one) => one.user === user);
  return account?.name ?? (which === 'kept' ? 'Anke Wouters' : 'Youssef Amrani');
}

/** The name of an administrator for the tests of this worker. */
export function administrator(): string {
  const user = `rules.${process.env.TEST_PARALLEL_INDEX}`;
  return accounts().find((one) => one.user === user)?.name ?? 'Bram Goossens';
}

/** The name of a coordinator for the tests of this worker. */
export function coordinator(): string {
  const user = `agrees.${process.env.TEST_PARALLEL_INDEX}`;
  return accounts().find((one) => one.user === user)?.name ?? 'Sofie De Backer';
}

const accounts = () => JSON.parse(process.env.ONTHAAL_ACCOUNTS ?? '[]') as Account[];

async function addAccount(centre: Centre, user: string, role: string): Promise<Account> {
  const name = `Collega ${user.replaceAll(/[.-]/g, ' ')}`;
  const who = ['--centre', 'linde', '--name', name, '--user', user, '--role', role];
  const words = ['user', 'add', '--data', centre.folder, ...who];
  const printed = await onthaalWith(centre, `${passphrase}\n`, ...words);
  const secret = /^[A-Z2-7]{16,}$/m.exec(printed)?.[0];
  if (!secret) throw new Error('The program printed no secret for codes.');
  return { user, name, secret };
}

/** The account of the test that runs now; the test is left out on a server started by hand. */
export function accountFor(purpose: Purpose): Account {
  const user = `${purpose}.${test.info().project.name}`;
  const account = accounts().find((one) => one.user === user);
  test.skip(!account, 'This server was started by hand and has no accounts for tests.');
  return account as Account;
}

/** The one-time code of this moment (RFC 6238: SHA-1, six digits, steps of 30 seconds). */
export function codeNow(account: Pick<Account, 'secret'>): string {
  return codeAt(account, 0);
}

/** The code after that, which is right already: for whoever used the one of this moment. */
export function nextCode(account: Pick<Account, 'secret'>): string {
  return codeAt(account, 1);
}

function codeAt(account: Pick<Account, 'secret'>, ahead: number): string {
  const step = Buffer.alloc(8);
  step.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + ahead));
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
