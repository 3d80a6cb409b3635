/** The addresses of the round, and which ones a browser may ask. */

function given(name: 'ONTHAAL_STAFF' | 'ONTHAAL_PORTAL'): string {
  const address = process.env[name];
  if (!address) throw new Error(`${name} is not set: start the tests with Playwright.`);
  return address;
}

/** The staff site, e.g. `http://127.0.0.1:40123`. */
export const staffSite = () => given('ONTHAAL_STAFF');

/** The public site of the demo centre, e.g. `http://linde.localhost:40124`. */
export const portalSite = () => given('ONTHAAL_PORTAL');

const others = new Set<string>();

/** Lets the pages of this test also ask a site that the test has started for itself. */
export const mayAlsoBeAsked = (site: string): void => void others.add(new URL(site).origin);

/** Whether an address is one of ours, or nothing that leaves the browser. */
export function mayBeAsked(address: string): boolean {
  const { protocol, origin } = new URL(address);
  if (!/^(https?|wss?):$/.test(protocol)) return true;
  const own = [staffSite(), portalSite()].map((site) => new URL(site).origin);
  return own.includes(origin) || others.has(origin);
}
