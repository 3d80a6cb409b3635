/** Accessibility: WCAG 2.2 at level AA, and what axe-core calls best practice. */
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Fails with the rule and the elements when the page, as it is now, breaks a rule. */
export async function expectNoViolations(page: Page): Promise<void> {
  const scripts = test.info().project.use.javaScriptEnabled !== false;
  const subject = scripts ? page : await twinWithScripts(page);
  await untilStill(subject);
  const { violations } = await new AxeBuilder({ page: subject }).withTags(rules).analyze();
  const found = violations.map(({ id, help, nodes }) => ({
    id,
    help,
    elements: nodes.map((node) => node.html),
  }));
  if (!scripts) await subject.context().close();
  expect(found).toEqual([]);
}

/**
 * axe-core runs inside the page and waits for promises there, which never settle with scripts
 * off. So it gets a twin: the same markup at the same address, where axe-core may run and the
 * page's own scripts may not.
 */
async function twinWithScripts(page: Page): Promise<Page> {
  const browser = page.context().browser();
  if (!browser) throw new Error('This page has no browser to open its twin in.');
  const body = await page.content();
  const context = await browser.newContext({
    javaScriptEnabled: true,
    viewport: page.viewportSize(),
    colorScheme: (await isDark(page)) ? 'dark' : 'light',
  });
  const twin = await context.newPage();
  const headers = { 'content-security-policy': "script-src 'none'" };
  const address = page.url();
  await twin.route(address, (route) =>
    route.fulfill({ body, headers, contentType: 'text/html; charset=utf-8' }),
  );
  await twin.goto(address);
  return twin;
}

const isDark = (page: Page): Promise<boolean> =>
  page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);

/** Colours that are still changing have no contrast to judge. */
async function untilStill(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await Promise.allSettled(document.getAnimations().map((animation) => animation.finished));
  });
}
