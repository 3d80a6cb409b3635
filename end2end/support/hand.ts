/** A hand that counts what it does: each press and each field that is filled in is one. */
import type { Locator } from '@playwright/test';

export class Hand {
  /** Presses and fields so far. */
  moves = 0;

  async press(what: Locator): Promise<void> {
    this.moves += 1;
    await what.click();
  }

  async pressKey(where: Locator, key: string): Promise<void> {
    this.moves += 1;
    await where.press(key);
  }

  async fill(field: Locator, text: string): Promise<void> {
    this.moves += 1;
    await field.fill(text);
  }

  async choose(list: Locator, label: string): Promise<void> {
    this.moves += 1;
    await list.selectOption({ label });
  }
}
