import { expect } from '@jest/globals'
import type { Page } from 'playwright-core'

import type { OpenFactory } from './factory'
import { apiOf, visit } from './settled'

/** The log-in of a page is gone; what was typed is saved after it has been entered over the page. */
async function saveAfterSessionEnds(page: Page): Promise<void> {
  await page.context().clearCookies({ name: 'payload-token' })
  await page.keyboard.press('Control+s')
  const dialog = page.getByRole('dialog', { name: '登录已过期' })
  // put away, it comes again with the next save, and nothing of what was typed is gone
  await dialog.waitFor()
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
  await page.locator('.save__told').waitFor()
  await page.keyboard.press('Control+s')
  await dialog.getByLabel('密码').fill('gendan-demo')
  await page.keyboard.press('Enter')
  await page.locator('.save__fine').waitFor()
}

/** Master records and settings are as safe as documents: a session that ends, a colleague who saves first, a save that fails. */
export async function keptEverywhere(factory: OpenFactory): Promise<void> {
  const api = apiOf(factory)
  const headers = { Origin: factory.url }
  const manager = await factory.signIn('周建国')
  const { docs } = await api(manager, '/api/customers?where[status][equals]=active&depth=0&limit=1&sort=id')
  const customer = `/api/customers/${docs[0].id}?depth=0` as const
  await visit(manager, `${factory.url}/admin/collections/customers/${docs[0].id}`)
  await manager.locator('#field-remark').fill('月底前对账')
  await saveAfterSessionEnds(manager)
  expect((await api(manager, customer)).remark).toBe('月底前对账')

  // a colleague has saved the same customer: both versions, ours counts when we say so
  expect((await manager.request.patch(`${factory.url}${customer}`, { data: { remark: '同事的备注' }, headers })).ok()).toBe(true)
  await manager.locator('#field-remark').fill('我的备注')
  await manager.keyboard.press('Control+s')
  const conflict = (page: Page) => page.getByRole('dialog', { name: '别人已修改' })
  expect(await conflict(manager).innerText()).toMatch(/备注[\s\S]*我的备注[\s\S]*同事的备注/)
  await conflict(manager).getByRole('button', { name: '用我的覆盖' }).click()
  await manager.locator('.save__fine').waitFor()
  expect((await api(manager, customer)).remark).toBe('我的备注')

  // a save that fails says so until it is put right
  const mail = manager.getByLabel('邮箱 1', { exact: true })
  const before = await mail.inputValue()
  await mail.fill('没有这个地址')
  await manager.keyboard.press('Control+s')
  await manager.locator('.save__told').waitFor()
  await manager.locator('#field-remark').fill('再改一下')
  expect(await manager.locator('.save__told').count()).toBe(1)
  expect(await manager.locator('#action-save').isEnabled()).toBe(true)
  await mail.fill(before)
  await manager.keyboard.press('Control+s')
  await manager.locator('.save__fine').waitFor()
  expect(await manager.locator('.save__told').count()).toBe(0)

  // settings: days of the calendar are typed as in every grid, and are as safe
  const admin = await factory.signIn('马俊杰')
  const company = '/api/globals/company?depth=0'
  type Company = { name: string; calendar: { holidays: Array<{ date: string; name?: string; working?: boolean }> } }
  const stored = async (): Promise<Company> => (await admin.request.get(`${factory.url}${company}`)).json() as Promise<Company>
  await visit(admin, `${factory.url}/admin/globals/company`)
  const holidays = admin.locator('#field-calendar__holidays')
  await holidays.getByRole('button', { name: '添加' }).click()
  const cell = (name: string) => holidays.locator(`[aria-label="${name}"]`)
  await cell('日期 1').fill('2027-2-6')
  await cell('名称 1').fill('春节')
  await saveAfterSessionEnds(admin)
  expect((await stored()).calendar.holidays).toMatchObject([{ date: '2027-02-06', name: '春节', working: false }])
  const theirs = { calendar: { ...(await stored()).calendar, holidays: [{ date: '2027-02-07', name: '加班', working: true }] } }
  expect((await admin.request.post(`${factory.url}${company}`, { data: theirs, headers })).ok()).toBe(true)
  await cell('名称 1').fill('除夕')
  await admin.keyboard.press('Control+s')
  expect(await conflict(admin).innerText()).toMatch(/除夕|新增/)
  await conflict(admin).getByRole('button', { name: '用我的覆盖' }).click()
  await admin.locator('.save__fine').waitFor()
  expect((await stored()).calendar.holidays).toMatchObject([{ date: '2027-02-06', name: '除夕' }])
  // a day that is none is refused where it stands
  await cell('日期 1').fill('2027-2-30')
  await admin.keyboard.press('Control+s')
  expect(await admin.locator('.save__told').innerText()).toContain('2027-2-30')
  await cell('日期 1').fill('+7')
  await admin.keyboard.press('Control+Delete')
  await admin.keyboard.press('Control+s')
  await admin.locator('.save__fine').waitFor()
  expect((await stored()).calendar.holidays).toEqual([])
  for (const page of [manager, admin]) await page.context().close()
}
