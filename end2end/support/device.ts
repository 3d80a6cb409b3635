/** A device that keeps passkeys, inside Chromium (the WebAuthn domain of its protocol). */
import type { CDPSession, Page } from '@playwright/test';

/** A device that a test holds in its hand. */
export interface Device {
  /** Whether it recognises whoever holds it, from now on. */
  recognises(whoever: boolean): Promise<void>;
  /** How many passkeys it keeps. */
  keeps(): Promise<number>;
}

/** Gives a page a telephone that recognises its owner. */
export async function deviceOf(page: Page): Promise<Device> {
  const browser: CDPSession = await page.context().newCDPSession(page);
  await browser.send('WebAuthn.enable');
  const { authenticatorId } = await browser.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return {
    async recognises(whoever) {
      const isUserVerified = whoever;
      await browser.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified });
    },
    async keeps() {
      const { credentials } = await browser.send('WebAuthn.getCredentials', { authenticatorId });
      return credentials.length;
    },
  };
}
