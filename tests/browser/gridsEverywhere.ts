import { expect } from '@jest/globals'
import type { Locator, Page } from 'playwright-core'

import type { OpenFactory } from './factory'
import { apiOf, choose, paste, visit } from './settled'

type Rows = {
  page: Page
  cell: (name: string) => Locator
  subject: string
  figure: string
  /** what is pasted; nothing where the lines come from another document */
  typed?: ReadonlyArray<readonly [string, string]>
  /** the first of these rows, 1 at the top */
  from?: number
}

/** Rows are pasted, filled down, taken out, and everything is taken back: what stands there is what stood there. */
async function worked({ page, cell, subject, figure, typed, from = 1 }: Rows): Promise<void> {
  const rows = typed?.length ?? 2
  const figures = (): Promise<string[]> =>
    Promise.all(Array.from({ length: rows }, (_, row) => cell(`${figure} ${from + row}`).inputValue()))
  if (typed) {
    await cell(`${subject} ${from}`).focus()
    await paste(page, typed.map((row) => row.join('\t')).join('\n'))
    await cell(`${subject} ${from + rows - 1}`).waitFor()
    expect(await figures()).toEqual(typed.map(([, value]) => value))
  }
  await cell(`${figure} ${from + rows - 1}`).waitFor()
  const wanted = await figures()
  await cell(`${figure} ${from + 1}`).focus()
  for (const key of ['ArrowDown', 'ArrowUp', 'ArrowUp', 'ArrowDown']) await page.keyboard.press(key)
  expect(await figures()).toEqual(wanted)
  await page.keyboard.press('Control+d')
  expect(await figures()).toEqual([wanted[0], wanted[0], ...wanted.slice(2)])
  await page.keyboard.press('Control+z')
  expect(await figures()).toEqual(wanted)
  await cell(`${figure} ${from}`).focus()
  await page.keyboard.press('Control+Delete')
  expect(await cell(`${figure} ${from}`).inputValue()).toBe(wanted[1])
  await page.keyboard.press('Control+z')
  expect(await figures()).toEqual(wanted)
  // what is no figure stays as it was typed, is told, and keeps everything from being saved
  await cell(`${figure} ${from + 1}`).fill('十个')
  await page.keyboard.press('Tab')
  expect(await cell(`${figure} ${from + 1}`).inputValue()).toBe('十个')
  await page.keyboard.press('Control+s')
  await page.locator('.save__told').waitFor()
  expect(await page.locator('.save__told').innerText()).toContain('十个')
  await cell(`${figure} ${from + 1}`).fill(wanted[1] ?? '')
  await page.keyboard.press('Tab')
}

/** The keys of the grid mean the same in every document: quotes, deliveries, invoices, order changes with their dates, receipts with what they are set against. */
export async function gridsEverywhere(factory: OpenFactory): Promise<void> {
  const api = apiOf(factory)
  const headers = { Origin: factory.url }
  const clerk = await factory.signIn('林晓梅')
  const accountant = await factory.signIn('孙丽娟')
  const cellOn = (page: Page) => (name: string) => page.locator(`[aria-label="${name}"]:not([readonly])`)
  const { docs: found } = await api(
    clerk,
    '/api/items?where[active][equals]=true&where[batchControlled][not_equals]=true&where[listPrice][greater_than]=0&depth=0&limit=3&sort=code',
  )
  const items = found as Array<{ id: number; code: string }>
  const { docs: customers } = await api(clerk, '/api/customers?where[status][equals]=active&depth=0&limit=1&sort=id')
  const typed = items.map(({ code }, at) => [code, String(10 * (at + 1))] as const)
  const lines = items.map(({ id }, at) => ({ item: id, qty: 10 * (at + 1) }))

  await visit(clerk, `${factory.url}/admin/collections/quotes/create`)
  await choose(clerk, 'customer', customers[0].code)
  await worked({ page: clerk, cell: cellOn(clerk), subject: '物料', figure: '数量', typed })
  await clerk.keyboard.press('Control+s')
  await clerk.waitForURL(/\/quotes\/\d+/)
  const quote = Number(/quotes\/(\d+)/.exec(clerk.url())?.[1])
  expect(await api(clerk, `/api/quotes/${quote}?depth=0`)).toMatchObject({ lines })

  // what comes from another document: its lines are there, one of them is delivered and billed in part
  type Lined = { docs: Array<{ id: number; lines: unknown[] }> }
  const linesFrom = async (page: Page, from: string, verb: string, to: string): Promise<void> => {
    const { docs } = (await (await page.request.get(`${factory.url}/api/${from}&depth=0&limit=100&sort=-id`)).json()) as Lined
    for (const source of docs.filter((doc) => doc.lines.length > 1)) {
      const address = `${factory.url}/api/${from.split('?')[0] ?? ''}/${source.id}/${verb}`
      const answer = await page.request.post(address, { data: {}, headers })
      if (!answer.ok()) continue
      const [made] = ((await (await page.request.get(`${factory.url}/api/${to}?depth=0&limit=1&sort=-id`)).json()) as Lined).docs
      if (!made || made.lines.length < 2) continue
      await visit(page, `${factory.url}/admin/collections/${to}/${made.id}`)
      await worked({ page, cell: cellOn(page), subject: '物料', figure: '数量' })
      await cellOn(page)('数量 2').fill('1')
      await page.keyboard.press('Control+s')
      await page.locator('.save__fine').waitFor()
      const stored = (await (await page.request.get(`${factory.url}/api/${to}/${made.id}?depth=0`)).json()) as typeof made
      expect(stored.lines).toMatchObject(
        made.lines.map((line, at) => ({ id: (line as { id: string }).id, ...(at === 1 ? { qty: 1 } : {}) })),
      )
      return
    }
    throw new Error(`Nothing to make ${to} from`)
  }
  await linesFrom(clerk, 'orders?where[status][equals]=approved&where[deliveryStatus][not_equals]=full', 'create-delivery', 'deliveries')
  await linesFrom(accountant, 'deliveries?where[billingStatus][not_equals]=full', 'create-invoice', 'invoices')

  // a change of an order: lines that come to it, each with its day
  const { docs: orders } = await api(
    clerk,
    '/api/orders?where[status][equals]=approved&where[kind][equals]=standard&where[deliveryStatus][equals]=none&depth=0&limit=1&sort=-id',
  )
  const [order] = orders as Array<{ id: number; lines: Array<{ id: string; qty: number }> }>
  const [line] = order?.lines ?? []
  if (!order || !line) throw new Error('The demonstration has no order that can be changed')
  const data = { reason: '加单', lines: [{ line: line.id, qty: line.qty + 10 }] }
  const made = await clerk.request.post(`${factory.url}/api/orders/${order.id}/create-change`, { data, headers })
  expect(made.ok()).toBe(true)
  const { docs: changes } = await api(clerk, `/api/order-changes?where[order][equals]=${order.id}&depth=0&limit=1&sort=-id`)
  const cell = cellOn(clerk)
  await visit(clerk, `${factory.url}/admin/collections/order-changes/${changes[0].id}`)
  await clerk.locator('.line-grid__foot').getByRole('button', { name: '添加行' }).click()
  await worked({ page: clerk, cell, subject: '物料', figure: '新数量', typed, from: 2 })
  await cell('交期 2').fill('12-20')
  await cell('交期 3').focus()
  await clerk.keyboard.press('Control+d')
  expect(await cell('交期 3').inputValue()).toMatch(/12-20$/)
  await clerk.keyboard.press('Control+z')
  expect(await cell('交期 3').inputValue()).toBe('')
  await clerk.keyboard.press('Control+d')
  await cell('交期 4').fill('+30')
  await clerk.keyboard.press('Control+s')
  await clerk.locator('.save__fine').waitFor()
  const change = (await api(clerk, `/api/order-changes/${changes[0].id}?depth=0`)) as {
    lines: Array<{ qty: number; schedule: Array<{ date: string; qty: number }> }>
  }
  expect(change.lines.slice(1)).toMatchObject(lines.map(({ item, qty }) => ({ item, qty, schedule: [{ qty }] })))
  expect(change.lines.slice(1).map(({ schedule }) => schedule[0]?.date.slice(5, 10))).toEqual(['12-20', '12-20', expect.any(String)])
  expect(change.lines[0]?.qty).toBe(line.qty + 10)

  for (const page of [clerk, accountant]) await page.context().close()
}
