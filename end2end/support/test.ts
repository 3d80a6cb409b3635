/**
 * The test function of this suite. It keeps an eye on every page of every test: nobody else is
 * asked for anything, nothing breaks the content policy, no script fails.
 */
import { expect, test as base, type BrowserContext } from '@playwright/test';

import { receptionist } from './accounts.ts';
import { signInAs } from './desk.ts';
import { mayBeAsked, staffSite } from './hosts.ts';

export { expect } from '@playwright/test';

/** Everything that went wrong in the background. */
export type Complaints = string[];

/** Whether pages of this test run scripts. */
export function withScripts(): boolean {
  return base.info().project.use.javaScriptEnabled !== false;
}

/** Writes down what pages of this browser do behind the back of the test. */
export async function watch(context: BrowserContext): Promise<Complaints> {
  const complaints: Complaints = [];
  context.on('request', (request) => {
    if (!mayBeAsked(request.url())) complaints.push(`asked elsewhere: ${request.url()}`);
  });
  context.on('console', (message) => {
    if (/content security policy/i.test(message.text())) complaints.push(message.text());
  });
  context.on('weberror', (failure) => complaints.push(`script failed: ${failure.error().message}`));
  context.on('serviceworker', (worker) => complaints.push(`service worker: ${worker.url()}`));
  await context.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) => {
      console.error(`content security policy: ${event.violatedDirective} ${event.blockedURI}`);
    });
  });
  return complaints;
}

/** A test in a browser that nobody has signed in with. */
export const test = base.extend<{ watched: void }>({
  watched: [
    async ({ context }, use) => {
      const complaints = await watch(context);
      await use();
      expect(complaints, 'what pages did in the background').toEqual([]);
    },
    { auto: true },
  ],
});

type Kept = Awaited<ReturnType<BrowserContext['storageState']>>;

/** A test in a browser with which the front desk has signed in, once for many tests. */
export const atDesk = test.extend<object, { kept: Kept }>({
  kept: [
    async ({ browser }, use) => {
      const baseURL = staffSite();
      const context = await browser.newContext({ baseURL, locale: 'nl-BE' });
      await signInAs(await context.newPage(), receptionist('kept'));
      await use(await context.storageState());
      await context.close();
    },
    { scope: 'worker' },
  ],
  storageState: ({ kept }, use) => use(kept),
});
