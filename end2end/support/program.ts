/** The program under test. */
import { fileURLToPath } from 'node:url';

/** The checkout; the program runs there. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/** The program's path: `ONTHAAL_BIN`, else the development build. */
export function program(): string {
  return process.env.ONTHAAL_BIN ?? `${root}target/debug/onthaal`;
}
