/** Servers: the round's own, and those that a test starts, stops or kills for itself. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';

import type { Centre } from './centre.ts';
import { freePort } from './ports.ts';
import { program, root } from './program.ts';

export { emptyCentre, engineOfThisRound, freshCentre, onthaal } from './centre.ts';
export type { Centre, Engine } from './centre.ts';

const readyWithin = 30_000;
const stopsWithin = 12_000;

/** A running server. */
export interface Server {
  /** The staff host, e.g. `http://127.0.0.1:40123`. */
  readonly staff: string;
  /** The demo centre's portal, e.g. `http://linde.localhost:40124`. */
  readonly portal: string;
  /** The process id. */
  readonly pid: number;
  /** Everything it has written to its log so far. */
  log(): string;
  /** Asks it to end (SIGTERM) and waits; gives the exit code, or null if it had to be killed. */
  stop(): Promise<number | null>;
  /** Ends it at once (SIGKILL), as a power cut would. */
  kill(): Promise<void>;
}

/**
 * Starts a server on a centre's data and waits until it is ready.
 * `options` are words for `onthaal serve`; a demo server unless they are given.
 */
export async function startServer(centre: Centre, options = ['--demo']): Promise<Server> {
  const [staff, portal] = [await freePort(), await freePort()];
  const addresses = ['--addr', `127.0.0.1:${staff}`, '--portal-addr', `127.0.0.1:${portal}`];
  const child = spawn(program(), ['serve', '--data', centre.folder, ...addresses, ...options], {
    cwd: root,
    env: { ...process.env, ...centre.settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const server = describe(child, staff, portal);
  await untilReady(child, server);
  return server;
}

/** A server without a house, and the code that it shows whoever started it. */
export interface Unfounded extends Server {
  readonly code: string;
}

/** Starts a server where no house is yet; its key will lie beside the data folder. */
export async function startUnfounded(centre: Centre): Promise<Unfounded> {
  const [staff, portal] = [await freePort(), await freePort()];
  const addresses = ['--addr', `127.0.0.1:${staff}`, '--portal-addr', `127.0.0.1:${portal}`];
  const child = spawn(program(), ['serve', '--data', centre.folder, ...addresses], {
    cwd: root,
    env: { ...process.env, ...centre.settings, ONTHAAL_KEY_FILE: `${centre.folder}.key` },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const server = describe(child, staff, portal);
  const deadline = Date.now() + readyWithin;
  while (Date.now() < deadline && !ended(child)) {
    const code = /type the code (\S+)\s/.exec(server.log())?.[1];
    if (code) return { ...server, code };
    await pause(50);
  }
  await server.kill();
  throw new Error(`The server shows no code:\n${server.log()}`);
}

function describe(child: ChildProcess, staff: number, portal: number): Server {
  let written = '';
  const keep = (piece: Buffer) => (written += piece.toString());
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  child.once('error', (cause) => (written += cause.message));
  return {
    staff: `http://127.0.0.1:${staff}`,
    portal: `http://linde.localhost:${portal}`,
    pid: child.pid ?? 0,
    log: () => written,
    stop: () => end(child, 'SIGTERM'),
    kill: async () => void (await end(child, 'SIGKILL')),
  };
}

function ended(child: ChildProcess): boolean {
  return child.pid === undefined || child.exitCode !== null || child.signalCode !== null;
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (ended(child)) return child.exitCode;
  const exit = once(child, 'exit');
  child.kill(signal);
  const late = setTimeout(() => child.kill('SIGKILL'), stopsWithin);
  await exit;
  clearTimeout(late);
  return child.exitCode;
}

async function untilReady(child: ChildProcess, server: Server): Promise<void> {
  const deadline = Date.now() + readyWithin;
  while (Date.now() < deadline && !ended(child)) {
    if (await isReady(server)) return;
    await pause(50);
  }
  await server.kill();
  throw new Error(`The server did not get ready:\n${server.log()}`);
}

async function isReady(server: Server): Promise<boolean> {
  try {
    return (await fetch(`${server.staff}/ready`)).status === 200;
  } catch {
    return false;
  }
}
