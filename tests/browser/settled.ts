import type { Page } from 'playwright-core'
import { expect } from '@jest/globals'

import type { AnswerOf } from '../support/answers'
import type { OpenFactory } from './factory'

/** Asks until the answer is the one waited for, or three minutes are over; the last answer is returned to be judged. */
export async function settled<Value>(ask: () => Promise<Value>, passes: (value: Value) => boolean): Promise<Value> {
  for (let tries = 0; ; tries += 1) {
    const value = await ask()
    if (passes(value) || tries >= 720) return value
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
}

/** Asked beside the page, with its log-in: a reload of the page does not disturb the question. */
export const apiOf =
  ({ url }: OpenFactory) =>
  async <Address extends string>(page: Page, address: `/api${Address}`): Promise<AnswerOf<'GET', Address>> =>
    (await page.request.get(`${url}${address}`)).json() as Promise<AnswerOf<'GET', Address>>

/**
 * Opens an address. A page whose verb has just been answered loads itself anew, and may do so in the very moment we leave it: then the
 * browser drops our navigation, and we ask again. Then waits until the page is alive.
 */
export async function visit(page: Page, address: string): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    try {
      await page.goto(address)
      break
    } catch (error) {
      if (tries >= 5 || !String(error).includes('interrupted by another navigation')) throw error
      await page.waitForLoadState('load')
    }
  }
  // a link pressed in the moment a page becomes alive may lead nowhere: the platform's router writes the address anew
  await page.locator('.nav--nav-hydrated').waitFor({ state: 'attached' })
}

/** Opens the page anew and keeps its scripts back until it is told to go on: what is pressed meanwhile is pressed on a page that is only drawn. */
export async function reloadUnalive(page: Page): Promise<() => void> {
  let goOn = (): void => undefined
  const held = new Promise<void>((resolve) => (goOn = resolve))
  await page.route('**/_next/static/**/*.js*', async (route) => {
    await held
    await route.continue()
  })
  await page.reload({ waitUntil: 'commit' })
  return goOn
}

/** Presses a verb's button and waits until the document has the status. */
export const pressOf =
  (factory: OpenFactory) =>
  async (page: Page, slug: string, id: number, button: string, status: string): Promise<void> => {
    await visit(page, `${factory.url}/admin/collections/${slug}/${id}`)
    await page.getByRole('button', { name: button, exact: true }).click()
    const now = async (): Promise<unknown> => (await apiOf(factory)(page, `/api/${slug}/${id}?depth=0`)).status
    expect(await settled(now, (value) => value === status)).toBe(status)
  }

/** Chooses a record in the head of a form by typing and clicking it. */
export async function choose(page: Page, field: string, text: string): Promise<void> {
  await page.locator(`#field-${field} input:not([readonly])`).fill(text)
  await page.locator('.lookup-list li', { hasText: text }).first().click()
}

/** Puts a text in as pasting does it, where the keyboard is. */
export const paste = (page: Page, text: string): Promise<void> =>
  page.evaluate((put) => {
    const data = new DataTransfer()
    data.setData('text/plain', put)
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  }, text)
