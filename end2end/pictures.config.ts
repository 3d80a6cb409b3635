/** The pictures of the papers are taken with the same browser and server as the tests. */
import config from './playwright.config.ts';

export default {
  ...config,
  testDir: 'pictures',
  testIgnore: [],
  projects: [{ name: 'pictures', use: { viewport: { width: 1440, height: 900 } } }],
};
