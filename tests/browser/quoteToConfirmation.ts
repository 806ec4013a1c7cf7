import { expect } from '@jest/globals'

import { type OpenFactory, PATIENCE } from './factory'
import { apiOf, pressOf, settled, visit } from './settled'

/**
 * A quote made from a template is sent; its customer opens the link on a phone of 390 points that runs no script, leaves a line out, wishes
 * for a day, and confirms. The clerk finds the draft order with what was wished otherwise.
 */
export async function quoteToConfirmation(factory: OpenFactory): Promise<void> {
  const api = apiOf(factory)
  const press = pressOf(factory)
  const clerk = await factory.signIn('林晓梅')
  const manager = await factory.signIn('周建国')
  const admin = `${factory.url}/admin/collections`
  const post = async (page: typeof clerk, path: string, data: object) => (await page.request.post(`${factory.url}${path}`, { data })).json()

  const { docs: items } = await api(clerk, '/api/items?where[kind][equals]=goods&where[active][equals]=true&depth=0&limit=2&sort=id')
  const { docs: customers } = await api(clerk, '/api/customers?where[status][equals]=active&depth=0&limit=1&sort=id')
  const [first, second] = items
  const lines = [
    { item: first.id, qty: 100 },
    { item: second.id, qty: 50 },
  ]
  const template = await post(manager, '/api/quote-templates', { name: '新客户常用', lines })
  const made = await post(clerk, `/api/quote-templates/${template.doc.id}/create-quote`, { customer: customers[0].id })
  const id = Number(made.created.id)

  await press(clerk, 'quotes', id, '提交', 'submitted')
  await press(manager, 'quotes', id, '审核', 'approved')
  await press(clerk, 'quotes', id, '标记已发送', 'sent')
  await visit(clerk, `${admin}/quotes/${id}/customer-page`)
  const link = await clerk.locator('.customer-page__link').innerText()
  expect(link).toMatch(/\/q\/[\w-]{64}$/)

  const phone = await factory.browser.newContext({ locale: 'en-GB', viewport: { width: 390, height: 844 }, javaScriptEnabled: false })
  phone.setDefaultTimeout(PATIENCE)
  const page = await phone.newPage()
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await page.goto(`${link}?language=en`)
  const { width } = (await page.locator('main').boundingBox()) ?? { width: 0 }
  expect(width).toBeLessThanOrEqual(390)
  await page.getByRole('link', { name: '中文' }).click()
  await page.getByRole('checkbox').nth(1).uncheck()
  const day = page.getByLabel('希望交期').first()
  const wished = (await day.getAttribute('min')) ?? ''
  expect(wished).toMatch(/^\d{4}-\d\d-\d\d$/)
  await day.fill(wished)
  await page.getByLabel('姓名').fill('王芳')
  await page.getByLabel('邮箱').fill('wang@buyer.example')
  await page.getByRole('button', { name: '确认订购' }).click()
  await page.getByRole('heading', { name: '已收到您的订购' }).waitFor()
  expect(await page.locator('main').innerText()).toContain('未订购')
  expect(asked.filter((url) => !url.startsWith(`${factory.url}/q/`) && !url.startsWith('data:'))).toEqual([])
  expect(await phone.cookies()).toEqual([])
  await phone.close()

  const ordered = async () => (await api(clerk, `/api/customer-page/quotes/${id}`)).lists
  const lists = await settled(ordered, (value) => value.length === 1)
  await visit(clerk, `${admin}/orders/${lists[0].order}`)
  const wishes = clerk.getByRole('region', { name: '客户订购清单' })
  const said = await wishes.innerText()
  expect([said.includes('未订购'), said.includes(wished)]).toEqual([true, true])
}
