/** Accessibility: WCAG 2.2 at level AA, and what axe-core calls best practice. */
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** The one page that refreshes by itself says so and can be held still, which no rule sees. */
const judgedElsewhere = ['meta-refresh'];

/** Fails with the rule and the elements when the page, as it is now, breaks a rule. */
export async function expectNoViolations(page: Page): Promise<void> {
  const found = await withPromises(page, async () => {
    await untilStill(page);
    // Without frames one run in the page says all, and no second page has to be opened for it.
    const axe = new AxeBuilder({ page }).setLegacyMode(true).withTags(rules);
    return axe.disableRules(judgedElsewhere).analyze();
  });
  const violations = found.violations.map(({ id, help, nodes }) => ({
    id,
    help,
    elements: nodes.map((node) => node.html),
  }));
  expect(violations).toEqual([]);
}

/**
 * axe-core waits for promises inside the page, which never settle with scripts off. So scripts are
 * allowed while it looks: the page's own were left out when it was loaded, and stay out.
 */
async function withPromises<T>(page: Page, look: () => Promise<T>): Promise<T> {
  if (test.info().project.use.javaScriptEnabled !== false) return look();
  const browser = await page.context().newCDPSession(page);
  const forbid = (value: boolean) =>
    browser.send('Emulation.setScriptExecutionDisabled', { value });
  // A connection that has forbidden nothing itself has nothing to allow.
  await forbid(true);
  await forbid(false);
  try {
    return await look();
  } finally {
    // And it stays connected, for what it forbids ends with it.
    await forbid(true);
  }
}

/** Colours that are still changing have no contrast to judge. */
async function untilStill(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await Promise.allSettled(document.getAnimations().map((animation) => animation.finished));
  });
}
