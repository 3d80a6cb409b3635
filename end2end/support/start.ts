/**
 * One server with a fresh demo centre for the whole round; the tests find it in the environment:
 * `ONTHAAL_STAFF`, `ONTHAAL_PORTAL`, `ONTHAAL_ACCOUNTS` and `ONTHAAL_CENTRE`. Addresses that are set already are used
 * as they are, to test a server that somebody started by hand.
 */
import { addAccounts } from './accounts.ts';
import { engineOfThisRound, freshCentre, startServer } from './server.ts';

export default async function start(): Promise<(() => Promise<void>) | void> {
  if (process.env.ONTHAAL_STAFF) return;
  const centre = await freshCentre(engineOfThisRound());
  process.env.ONTHAAL_ACCOUNTS = JSON.stringify(await addAccounts(centre));
  process.env.ONTHAAL_CENTRE = JSON.stringify(centre);
  const server = await startServer(centre);
  process.env.ONTHAAL_STAFF = server.staff;
  process.env.ONTHAAL_PORTAL = server.portal;
  return async () => {
    await server.stop();
    await centre.remove();
  };
}
