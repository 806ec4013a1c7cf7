import { expect } from '@jest/globals'
import ExcelJS from 'exceljs'

import type { OpenFactory } from './factory'
import { apiOf, choose, pressOf, settled, visit } from './settled'

/** Entered below the minimum price and refused, corrected, reviewed, ruled, approved, delivered, invoiced, analysed. */
export async function orderToInvoice(factory: OpenFactory): Promise<void> {
  const api = apiOf(factory)
  const press = pressOf(factory)
  const clerk = await factory.signIn('林晓梅')
  const gm = await factory.signIn('许振华')
  const { docs: items } = await api(gm, '/api/items?where[minPrice][greater_than]=0&where[active][equals]=true&depth=0&limit=50')
  const { rows } = await api(gm, '/api/availability')
  const item = items.find(
    ({ id, batchControlled }: { id: number; batchControlled: boolean }) =>
      !batchControlled && rows.some((row: { item: number; available: number }) => row.item === id && row.available > 200),
  )
  const { docs: customers } = await api(clerk, '/api/customers?where[status][equals]=active&depth=0&limit=20&sort=id')

  // the clerk enters an order far below the minimum price
  await visit(clerk, `${factory.url}/admin/collections/orders/create`)
  await choose(clerk, 'customer', customers[0].name)
  await clerk.getByLabel('物料 1', { exact: true }).fill(item.code)
  await clerk.keyboard.press('Enter')
  await clerk.getByLabel('数量 1', { exact: true }).fill('100')
  await clerk.getByLabel('折扣率 % 1', { exact: true }).fill('90')
  await clerk.locator('.line-grid__checked .is-error').first().waitFor()
  expect(await clerk.locator('.line-grid__checked').innerText()).toContain('低于允许的价格')
  await clerk.locator('#action-save').click()
  expect(
    await settled(
      async () => clerk.locator('.save').innerText(),
      (text) => text.includes('低于允许的价格'),
    ),
  ).toContain('低于允许的价格')
  expect(clerk.url()).toContain('/create')

  // corrected, it is saved
  await clerk.getByLabel('折扣率 % 1', { exact: true }).fill('0')
  await clerk.locator('#action-save').click()
  await clerk.waitForURL(/\/orders\/\d+/)
  const id = Number(/orders\/(\d+)/.exec(clerk.url())?.[1])
  await press(clerk, 'orders', id, '提交评审', 'inReview')

  // sales agrees, PMC does not: the general manager rules
  const manager = await factory.signIn('周建国')
  const pmc = await factory.signIn('黄丽华')
  for (const [page, answer, remark] of [
    [manager, '同意', ''],
    [pmc, '不同意', '交期太紧'],
  ] as const) {
    await visit(page, `${factory.url}/admin/reviews?order=${id}`)
    if (remark) await page.getByPlaceholder('说明').fill(remark)
    await page.getByRole('button', { name: answer, exact: true }).click()
    expect(
      await settled(
        async () => (await api(page, `/api/order-reviews?where[order][equals]=${id}&where[opinion][exists]=true&depth=0`)).totalDocs,
        (value) => value === (page === manager ? 1 : 2),
      ),
    ).toBe(page === manager ? 1 : 2)
  }
  await visit(gm, `${factory.url}/admin/reviews?order=${id}`)
  await gm.getByPlaceholder('裁定说明（必填）').fill('接单,按客户交期')
  await gm.getByRole('button', { name: '接受', exact: true }).click()
  expect(
    await settled(
      async () => (await api(gm, `/api/orders/${id}?depth=0`)).status,
      (value) => value === 'reviewed',
    ),
  ).toBe('reviewed')

  // approved, delivered, invoiced
  await press(manager, 'orders', id, '审核', 'approved')
  await visit(manager, `${factory.url}/admin/collections/orders/${id}`)
  await manager.getByRole('button', { name: '生成发货单', exact: true }).click()
  await manager.getByRole('dialog').getByRole('button', { name: '生成发货单', exact: true }).click()
  await manager.waitForURL(/\/deliveries\/\d+/)
  const delivery = Number(/deliveries\/(\d+)/.exec(manager.url())?.[1])
  await press(gm, 'deliveries', delivery, '审核', 'issued')
  const finance = await factory.signIn('孙丽娟')
  await visit(finance, `${factory.url}/admin/collections/deliveries/${delivery}`)
  await finance
    .getByRole('button', { name: /开票|发票/ })
    .first()
    .click()
  await finance.getByRole('dialog').getByRole('button', { name: '生成发票', exact: true }).click()
  await finance.waitForURL(/\/invoices\/\d+/)
  const invoice = Number(/invoices\/(\d+)/.exec(finance.url())?.[1])
  const approver = await factory.signIn('钱文斌')
  await press(approver, 'invoices', invoice, '审核', 'approved')
  expect((await api(gm, `/api/orders/${id}?depth=0`)).status).toBe('closed')

  // the manager downloads the analysis and opens it
  await visit(gm, `${factory.url}/admin/reports/sales-analysis`)
  const [download] = await Promise.all([gm.waitForEvent('download'), gm.getByText('下载 Excel').click()])
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.readFile(await download.path())
  const texts: string[] = []
  workbook.worksheets[1]?.eachRow((row) => row.eachCell((cell) => texts.push(cell.text)))
  expect(texts.join(' ')).toContain('合计')
  // on paper a head is repeated with its words, which a button would not be; nothing sticks, and the total stands once
  await gm.emulateMedia({ media: 'print' })
  const printed = await gm.evaluate(() =>
    ['thead button', 'thead th', 'td.report__first', 'tfoot'].map((part) => {
      const found = document.querySelector(`.report__table ${part}`)
      return found && `${getComputedStyle(found).display} ${getComputedStyle(found).position}`
    }),
  )
  expect(printed).toMatchObject(
    [/^contents /, / static$/, / static$/, /^table-row-group /].map((how): unknown => expect.stringMatching(how)),
  )
  await gm.emulateMedia({ media: null })
  expect(factory.foreign).toEqual([])
}
