/** Fresh data for a server: a folder, and on PostgreSQL two databases of its own. */
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { program, root } from './program.ts';

const run = promisify(execFile);

/** The database engine below a server. */
export type Engine = 'sqlite' | 'postgres';

/** Where a server keeps everything it knows. */
export interface Centre {
  readonly engine: Engine;
  /** The data folder. */
  readonly folder: string;
  /** Settings that a program working on this data needs in its environment. */
  readonly settings: Readonly<Record<string, string>>;
  /** Removes folder and databases; stop the server first. */
  remove(): Promise<void>;
}

/** The engine this round of tests runs on. */
export function engineOfThisRound(): Engine {
  return process.env.ONTHAAL_ENGINE === 'postgres' ? 'postgres' : 'sqlite';
}

/** A centre without any data: not even the tables are there. */
export async function emptyCentre(engine: Engine): Promise<Centre> {
  const parent = await mkdtemp(join(tmpdir(), 'onthaal-browser-'));
  const databases = engine === 'postgres' ? await createDatabases() : undefined;
  return {
    engine,
    folder: join(parent, 'data'),
    settings: databases?.settings ?? {},
    async remove() {
      await databases?.remove();
      await rm(parent, { recursive: true, force: true });
    },
  };
}

/** A centre that holds the demo data. */
export async function freshCentre(engine: Engine): Promise<Centre> {
  const centre = await emptyCentre(engine);
  await onthaal(centre, 'demo', '--data', centre.folder);
  return centre;
}

/** Runs the program to its end on a centre and gives its standard output; throws if it fails. */
export async function onthaal(centre: Centre, ...words: string[]): Promise<string> {
  const env = { ...process.env, ...centre.settings };
  const { stdout } = await run(program(), words, { cwd: root, env });
  return stdout;
}

/** The same for a program that reads `typed` from its standard input. */
export async function onthaalWith(centre: Centre, typed: string, ...words: string[]) {
  const running = run(program(), words, { cwd: root, env: { ...process.env, ...centre.settings } });
  running.child.stdin?.end(typed);
  return (await running).stdout;
}

async function createDatabases() {
  const name = `browser_${randomBytes(6).toString('hex')}`;
  const names = [name, `${name}_keys`];
  for (const each of names) await sql(`CREATE DATABASE ${each}`);
  return {
    settings: {
      ONTHAAL_DATABASE_URL: addressOf(name),
      ONTHAAL_KEYS_DATABASE_URL: addressOf(`${name}_keys`),
    },
    async remove() {
      for (const each of names) await sql(`DROP DATABASE IF EXISTS ${each} WITH (FORCE)`);
    },
  };
}

function postgres(): string {
  const address = process.env.TEST_POSTGRES_URL;
  if (!address) throw new Error('Set TEST_POSTGRES_URL, or start the tests with "make test".');
  return address;
}

function addressOf(database: string): string {
  const address = new URL(postgres());
  address.pathname = `/${database}`;
  return address.href;
}

/** Says something to a database; to the cluster itself unless given. */
export async function sql(statement: string, database = postgres()): Promise<void> {
  await run(process.env.ONTHAAL_PSQL ?? 'psql', ['-X', '-q', '-c', statement, database]);
}
