import { expect } from '@jest/globals'
import type { Page } from 'playwright-core'

import type { OpenFactory } from './factory'
import { apiOf, settled, visit } from './settled'

/** How many scripts the page has asked for so far. */
const scripts = (page: Page): Promise<number> =>
  page.evaluate(() => performance.getEntriesByType('resource').filter(({ name }) => /\.js(\?|$)/.test(name)).length)

/** Longer than any editor takes to come here: the end of it is typed into the editor. */
const report = '客户来电说第三批的颜色偏深'.repeat(12)

/**
 * A note is begun by keyboard: its editor comes when somebody writes, and goes on with what stands there and where the caret stands in it; nothing
 * typed meanwhile is lost, however slowly it comes, and nothing but what is pressed takes the keyboard away.
 */
export async function noteTyped(factory: OpenFactory): Promise<void> {
  const api = apiOf(factory)
  const clerk = await factory.signIn('林晓梅')
  const { docs } = await api(clerk, '/api/orders?limit=1&depth=0&sort=-id')
  const order = docs[0].id
  const said = async (): Promise<string[]> => {
    const { notes } = (await api(clerk, `/api/notes/orders/${order}`)) as {
      notes: Array<{ blocks: Array<{ runs: Array<{ text: string }> }> }>
    }
    return notes.map(({ blocks }) => blocks.map(({ runs }) => runs.map(({ text }) => text).join('')).join('|'))
  }
  const address = `${factory.url}/admin/collections/orders/${order}/notes`
  const open = () => visit(clerk, address)
  const plain = clerk.locator('textarea.notes__plain')
  const editor = clerk.locator('.notes [contenteditable=true]')
  const holdsKeyboard = () => editor.evaluate((element) => element === document.activeElement)
  const slowly = (milliseconds: number) =>
    clerk.route('**/_next/static/**/*.js*', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, milliseconds))
      await route.continue()
    })
  await open()
  await plain.focus()
  const before = await scripts(clerk)
  await clerk.keyboard.press('Tab')
  await plain.focus()
  expect([await scripts(clerk), await editor.count(), await plain.getAttribute('aria-label')]).toEqual([before, 0, '备注'])

  // typed without a pause while a slow line brings the editor: it comes in the middle of it
  await slowly(300)
  await clerk.keyboard.type('客户来电')
  await clerk.keyboard.press('Enter')
  await clerk.keyboard.type(report, { delay: 15 })
  await editor.waitFor()
  await plain.waitFor({ state: 'detached' })
  await clerk.keyboard.type('，加急')
  expect([await holdsKeyboard(), await editor.getAttribute('aria-label')]).toEqual([true, '备注'])
  await clerk.keyboard.press('Control+Enter')
  expect(await settled(said, (all) => all.length > 0)).toEqual([`客户来电|${report}，加急`])
  // the editor stays, empty, for the next one
  await settled(
    async () => editor.innerText(),
    (text) => text.trim() === '',
  )
  await clerk.keyboard.type('已回电')
  await clerk.keyboard.press('Control+Enter')
  expect(await settled(said, (all) => all.includes('已回电'))).toContain('已回电')

  // in the middle of what stands there one goes on in the middle; taking back does not empty it
  await open()
  await plain.focus()
  await clerk.keyboard.type('首 尾')
  for (const key of ['ArrowLeft', 'ArrowLeft']) await clerk.keyboard.press(key)
  await plain.waitFor({ state: 'detached' })
  await clerk.keyboard.press('Control+z')
  await clerk.keyboard.type('中')
  expect(await editor.innerText()).toBe('首中 尾')

  // pressed or entered while it is empty: the caret stands in the editor
  for (const begin of [() => clerk.keyboard.press('Enter'), () => plain.click()]) {
    await open()
    await plain.focus()
    await begin()
    await plain.waitFor({ state: 'detached' })
    await clerk.keyboard.type('先说')
    expect([await holdsKeyboard(), await editor.innerText()]).toEqual([true, '先说'])
  }

  // whoever has gone on to the next field stays there
  await open()
  await plain.focus()
  await clerk.keyboard.type('再联系')
  await clerk.keyboard.press('Tab')
  await plain.waitFor({ state: 'detached' })
  expect([await holdsKeyboard(), await editor.innerText()]).toEqual([false, '再联系'])

  // where it cannot be loaded, a note is sent as it was typed
  await open()
  await clerk.unrouteAll({ behavior: 'wait' })
  await clerk.route('**/_next/static/**/*.js*', (route) => route.abort())
  await plain.click()
  await clerk.keyboard.type('没有编辑器')
  await clerk.keyboard.press('Control+Enter')
  expect(await settled(said, (all) => all.includes('没有编辑器'))).toContain('没有编辑器')
  await clerk.context().close()
}
