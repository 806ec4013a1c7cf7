import { expect } from '@jest/globals'
import type { Page } from 'playwright-core'
import sharp from 'sharp'

import type { OpenFactory } from './factory'
import { apiOf, choose, pressOf, settled, visit } from './settled'

const dxf = [
  ...['  0', 'SECTION', '  2', 'HEADER', '  9', '$ACADVER', '  1', 'AC1015', '  0', 'ENDSEC', '  0', 'SECTION', '  2', 'ENTITIES'],
  ...['  0', 'CIRCLE', '  8', '0', ' 10', '0.0', ' 20', '0.0', ' 40', '7.5', '  0', 'ENDSEC', '  0', 'EOF', ''],
].join('\n')

const picture = (colour: string): Promise<Buffer> =>
  sharp({ create: { width: 900, height: 600, channels: 3, background: colour } })
    .jpeg()
    .toBuffer()

/** A wish with features and a drawing, two rounds of feedback with measurements, the approval with its picture, the item. */
export async function sampleToItem(factory: OpenFactory): Promise<void> {
  const api = apiOf(factory)
  const press = pressOf(factory)
  const clerk = await factory.signIn('林晓梅')
  const engineer = await factory.signIn('郑国栋')
  const admin = `${factory.url}/admin/collections`

  const save = async (page: Page, slug: string, id: number, done: (doc: Record<string, unknown>) => boolean): Promise<void> => {
    await page.locator('#action-save').click()
    const doc = await settled(() => api(page, `/api/${slug}/${id}?depth=0`), done)
    expect(done(doc)).toBe(true)
  }
  const answer = async (id: number, status: string, remark: string): Promise<void> => {
    await visit(clerk, `${admin}/feedback-rounds/${id}`)
    await clerk.getByRole('button', { name: '结束本轮', exact: true }).click()
    await clerk.getByRole('dialog').locator('select').selectOption({ label: status })
    await clerk.getByRole('dialog').locator('textarea').fill(remark)
    await clerk.getByRole('dialog').getByRole('button', { name: '结束本轮', exact: true }).click()
  }
  const drop = async (page: Page, field: string, name: string, mimeType: string, buffer: Buffer): Promise<void> => {
    await page.locator(`#field-${field} input[type=file]`).setInputFiles({ name, mimeType, buffer })
    await page.locator(`#field-${field} .file-tile`).first().waitFor()
  }

  // the wish: features come from the template of the category, the customer's drawing is dropped in
  const { docs: customers } = await api(clerk, '/api/customers?where[status][equals]=active&depth=0&limit=5&sort=id')
  const { docs: categories } = await api(clerk, '/api/item-categories?where[code][equals]=GZK&depth=0')
  await visit(clerk, `${admin}/samples/create`)
  await choose(clerk, 'customer', customers[0].name)
  await clerk.locator('#field-name').fill('工字扣 15 星纹')
  await choose(clerk, 'category', categories[0].name)
  await clerk.locator('#action-save').click()
  await clerk.waitForURL(/\/samples\/\d+/)
  const id = Number(/samples\/(\d+)/.exec(clerk.url())?.[1])
  const features: Array<{ key: string; required?: boolean; type: string; options?: string }> = (
    await api(clerk, `/api/samples/${id}?depth=0`)
  ).features
  expect(features.map(({ key }) => key)).toEqual(expect.arrayContaining(['头大', '头厚', '电镀色']))
  for (const [index, { key, type, options }] of features.entries()) {
    const cell = clerk.getByLabel(`数值 ${index + 1}`, { exact: true })
    if (type === 'choice') await cell.selectOption({ index: 1 })
    else if (key === '头大') await cell.fill('15')
    else if (key === '头厚') await cell.fill('3.5')
    expect(type === 'choice' ? options : 'no options').toBeTruthy()
  }
  await drop(clerk, 'drawings', '客户图纸 星纹.dxf', '', Buffer.from(dxf))
  await save(clerk, 'samples', id, ({ drawings }) => Array.isArray(drawings) && drawings.length === 1)
  await clerk.locator('#field-drawings .file-tile__open').click()
  const drawn = clerk.locator('.file-viewer')
  expect(await drawn.locator('header').innerText()).toContain('AutoCAD 2000 (AC1015)')
  await clerk.keyboard.press('Escape')

  const statusOf = (slug: string, of: number) => async (): Promise<unknown> => (await api(clerk, `/api/${slug}/${of}?depth=0`)).status

  // engineering takes it on and makes it
  await clerk.getByRole('button', { name: '提交', exact: true }).click() // in the form just saved
  expect(await settled(statusOf('samples', id), (status) => status === 'submitted')).toBe('submitted')
  await press(engineer, 'samples', id, '受理', 'inPreparation')
  await press(engineer, 'samples', id, '样板完成', 'ready')

  /** The sample goes to the customer: a round opens, engineering writes down what was measured. */
  const round = async (measured: string): Promise<number> => {
    await visit(clerk, `${admin}/feedback-rounds/create`)
    await choose(clerk, 'sample', String((await api(clerk, `/api/samples/${id}?depth=0`)).no))
    await clerk.locator('#action-save').click()
    await clerk.waitForURL(/\/feedback-rounds\/\d+/)
    const opened = Number(/feedback-rounds\/(\d+)/.exec(clerk.url())?.[1])
    await visit(engineer, `${admin}/feedback-rounds/${opened}`)
    const rows: Array<{ feature: string }> = (await api(engineer, `/api/feedback-rounds/${opened}?depth=0`)).technical
    const at = rows.findIndex(({ feature }) => feature === '头大')
    await engineer.getByLabel(`实测值 ${at + 1}`, { exact: true }).fill(measured)
    await save(
      engineer,
      'feedback-rounds',
      opened,
      ({ technical }) => (technical as Array<{ measured?: string }>)[at]?.measured === measured,
    )
    return opened
  }

  // first round: out of tolerance, the customer wants it changed
  const first = await round('15.3')
  expect(
    (await api(clerk, `/api/feedback-rounds/${first}?depth=0`)).technical.map(({ judgement }: { judgement?: string }) => judgement),
  ).toContain('out')
  await answer(first, '要求修改', '头大偏大')
  expect(await settled(statusOf('samples', id), (status) => status === 'changeRequested')).toBe('changeRequested')
  await press(engineer, 'samples', id, '受理', 'inPreparation')
  await press(engineer, 'samples', id, '样板完成', 'ready')

  // second round: no approval without its picture
  const second = await round('15.02')
  await answer(second, '客户认可', '可以')
  await clerk.getByRole('dialog').getByText('批办图片').first().waitFor()
  expect(await statusOf('feedback-rounds', second)()).toBe('awaiting')
  await visit(clerk, `${admin}/feedback-rounds/${second}`)
  await drop(clerk, 'pictures', '批办.jpg', 'image/jpeg', await picture('#7d6a45'))
  await save(clerk, 'feedback-rounds', second, ({ pictures }) => Array.isArray(pictures) && pictures.length === 1)
  await answer(second, '客户认可', '颜色手感均认可')
  expect(await settled(statusOf('samples', id), (status) => status === 'approvedByCustomer')).toBe('approvedByCustomer')

  // the gallery shows both rounds side by side
  await visit(clerk, `${admin}/samples/${id}/gallery`)
  await clerk.getByRole('button', { name: '比较两轮' }).click()
  const compared = clerk.locator('.compare-rounds table')
  await compared.waitFor()
  expect(await compared.innerText()).toMatch(/头大[\s\S]*15\.3[\s\S]*15\.02/)

  // it becomes an item, with the drawing and the approval picture
  await visit(engineer, `${admin}/samples/${id}`)
  await engineer.getByRole('button', { name: '转正式品号', exact: true }).click()
  await engineer.getByRole('dialog').locator('textarea').first().fill('GZK-1500-XW')
  await engineer.getByRole('dialog').getByRole('button', { name: '转正式品号', exact: true }).click()
  expect(await settled(statusOf('samples', id), (status) => status === 'converted')).toBe('converted')
  const { docs: items } = await api(engineer, '/api/items?where[code][equals]=GZK-1500-XW&depth=0')
  expect(items).toMatchObject([{ kind: 'goods', sample: id, drawings: [expect.any(Number)], pictures: [expect.any(Number)] }])
  expect(factory.foreign).toEqual([])
}
