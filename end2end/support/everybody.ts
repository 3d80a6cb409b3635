/** What every screen owes everybody, as it stands at this moment. */
import { expect, type Page } from '@playwright/test';

import { expectNoViolations } from './axe.ts';

const widths = [1440, 768, 320];

/** Readable by a screen reader, in light and dark, and nothing to scroll sideways at any width. */
export async function expectForEverybody(page: Page): Promise<void> {
  const size = page.viewportSize();
  await page.emulateMedia({ colorScheme: 'light' });
  await expectNoViolations(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectNoViolations(page);
  await page.emulateMedia({ colorScheme: 'light' });
  for (const width of widths) {
    await page.setViewportSize({ width, height: 800 });
    const wide = () => page.evaluate(() => document.documentElement.scrollWidth);
    await expect.poll(wide, `at ${width}`).toBeLessThanOrEqual(width);
  }
  if (size) await page.setViewportSize(size);
}
