import type { Stage } from '../stage'
import { inEnglish } from './inEnglish'

const mm = (key: string, required = false) => ({ key, name: key, type: 'number', unit: 'mm', required })
const plating = {
  key: '电镀色',
  name: '电镀色 Plating',
  type: 'choice',
  options: '哑银,亮银,青古铜,红古铜,枪色,浅金,哑黑,镍色',
  required: true,
}

const categories: ReadonlyArray<Record<string, unknown>> = [
  { code: 'WJ', name: '五金辅料 Garment trims', minMarginRate: 15, maxDiscountRate: 15 },
  { code: 'MD', name: '铆钉(撞钉)Rivets', parent: 'WJ', features: [mm('头大', true), mm('头厚'), mm('脚长'), plating] },
  {
    code: 'SHK',
    name: '四合扣 Snap buttons',
    parent: 'WJ',
    features: [mm('头大', true), mm('头厚'), plating, { key: '弹力', name: '弹力 N', type: 'number', unit: 'N' }],
  },
  {
    code: 'GZK',
    name: '工字扣 Jeans buttons',
    parent: 'WJ',
    features: [mm('头大', true), mm('头厚'), plating, { key: '图案', name: '图案 Logo', type: 'text' }],
  },
  { code: 'YB', name: '样板 Samples', parent: 'WJ', features: [mm('头大'), mm('头厚'), plating], availabilityMode: 'check' },
]

/** Code, name, category, head diameter, head thickness (mm), plating, list price with tax, minimum net price, cost (CNY per piece). */
type Row = readonly [string, string, string, number, number, string, number, number, number]

const rows: readonly Row[] = [
  ['MD-0750-YG', '平面撞钉 7.5', 'MD', 7.5, 1.2, '哑银', 0.11, 0.075, 0.052],
  ['MD-0750-QG', '平面撞钉 7.5', 'MD', 7.5, 1.2, '青古铜', 0.12, 0.08, 0.055],
  ['MD-0900-YG', '平面撞钉 9', 'MD', 9, 1.5, '亮银', 0.14, 0.095, 0.066],
  ['MD-0900-HG', '蘑菇撞钉 9', 'MD', 9, 2.2, '红古铜', 0.16, 0.11, 0.074],
  ['MD-0950-QS', '空心铆钉 9.5', 'MD', 9.5, 1.8, '枪色', 0.18, 0.125, 0.083],
  ['MD-1050-JS', '锥形铆钉 10.5', 'MD', 10.5, 4.5, '浅金', 0.26, 0.18, 0.121],
  ['MD-1050-HS', '锥形铆钉 10.5', 'MD', 10.5, 4.5, '哑黑', 0.28, 0.19, 0.128],
  ['MD-1200-ZS', '钻石面撞钉 12', 'MD', 12, 3.6, '镍色', 0.42, 0.29, 0.198],
  ['SHK-1000-YG', '四合扣 10 环形', 'SHK', 10, 2.4, '哑银', 0.32, 0.22, 0.151],
  ['SHK-1250-YG', '四合扣 12.5 弹簧', 'SHK', 12.5, 2.8, '哑银', 0.38, 0.26, 0.179],
  ['SHK-1250-QG', '四合扣 12.5 弹簧', 'SHK', 12.5, 2.8, '青古铜', 0.41, 0.28, 0.188],
  ['SHK-1250-QS', '四合扣 12.5 弹簧', 'SHK', 12.5, 2.8, '枪色', 0.42, 0.285, 0.192],
  ['SHK-1500-YG', '四合扣 15 弹簧', 'SHK', 15, 3.2, '亮银', 0.46, 0.31, 0.214],
  ['SHK-1500-HS', '四合扣 15 喷漆', 'SHK', 15, 3.2, '哑黑', 0.52, 0.35, 0.238],
  ['SHK-1700-JS', '四合扣 17 珍珠面', 'SHK', 17, 4.1, '浅金', 0.68, 0.46, 0.312],
  ['SHK-2000-QG', '大头四合扣 20', 'SHK', 20, 3.6, '青古铜', 0.79, 0.54, 0.366],
  ['GZK-1400-QG', '工字扣 14 固定脚', 'GZK', 14, 3.4, '青古铜', 0.48, 0.33, 0.226],
  ['GZK-1700-YG', '工字扣 17 固定脚', 'GZK', 17, 3.8, '哑银', 0.55, 0.38, 0.259],
  ['GZK-1700-QG', '工字扣 17 固定脚', 'GZK', 17, 3.8, '青古铜', 0.58, 0.4, 0.271],
  ['GZK-1700-HG', '工字扣 17 摇头', 'GZK', 17, 4.2, '红古铜', 0.66, 0.45, 0.308],
  ['GZK-2000-QS', '工字扣 20 摇头', 'GZK', 20, 4.4, '枪色', 0.78, 0.53, 0.364],
  ['GZK-2000-JS', '工字扣 20 镂空', 'GZK', 20, 4.4, '浅金', 0.92, 0.63, 0.428],
  ['GZK-2300-HS', '工字扣 23 刻字', 'GZK', 23, 4.8, '哑黑', 1.15, 0.78, 0.534],
]

/** Kept by batch: the plating bath decides the shade, and a customer wants one shade. */
const batched = new Set(['GZK-2300-HS'])

export const demoBatch = 'B2608-01'
export const secondBatch = 'B2610-02'

const samples = [
  ['YB-GZK-2100', '工字扣 21 花面 样板', 21, 4.6, '枪色'],
  ['YB-SHK-1600', '四合扣 16 滴油 样板', 16, 3.4, '浅金'],
] as const

const features = (head: number, thickness: number, colour: string) => [
  { key: '头大', value: String(head) },
  { key: '头厚', value: String(thickness) },
  { key: '电镀色', value: colour },
]

/** Categories with their feature templates, warehouses, items with units, prices and features. */
export async function stockShelves(stage: Stage): Promise<void> {
  for (const { parent, ...row } of categories) {
    await stage.create('gm', 'item-categories', { ...row, ...(parent ? { parent: stage.id('item-categories', String(parent)) } : {}) })
  }
  for (const [code, name, nameEn, kind] of [
    ['CP', '成品仓', 'Finished goods', 'goods'],
    ['DJ', '待检仓', 'Quarantine', 'quarantine'],
    ['YB', '样板仓', 'Samples', 'sample'],
    ['TH', '退货仓', 'Returns', 'return'],
  ]) {
    await stage.create('warehouse', 'warehouses', { code, name, nameEn, kind })
  }
  for (const [code, name, category, head, thickness, colour, listPrice, minPrice] of rows) {
    await stage.create('gm', 'items', {
      code,
      name,
      nameEn: inEnglish(name),
      specification: `头大 ${head} mm,头厚 ${thickness} mm,${colour}`,
      kind: 'goods',
      category: stage.id('item-categories', category),
      unit: 'PCS',
      units: [
        { unit: '罗', factor: 144 },
        { unit: '箱', factor: 14_400 },
      ],
      taxRate: 13,
      listPrice,
      minPrice,
      markupRate: 60,
      overDeliveryRate: 3,
      batchControlled: batched.has(code),
      features: features(head, thickness, colour),
    })
  }
  for (const [code, name, head, thickness, colour] of samples) {
    await stage.create('engineering', 'items', {
      code,
      name,
      specification: `头大 ${head} mm,头厚 ${thickness} mm,${colour}`,
      kind: 'sample',
      category: stage.id('item-categories', 'YB'),
      unit: 'PCS',
      taxRate: 13,
      listPrice: 2,
      features: features(head, thickness, colour),
    })
  }
}

/** What came off the machines: an opening lot, a second one at a higher cost, and the samples of engineering. */
export async function fillWarehouses(stage: Stage): Promise<void> {
  const lot = async (days: number, kind: string, warehouse: string, lines: Array<Record<string, unknown>>): Promise<void> => {
    const receipt = await stage.create('warehouse', 'stock-receipts', {
      date: stage.ago(days),
      kind,
      warehouse: stage.id('warehouses', warehouse),
      lines,
    })
    await stage.run('warehouse', 'stock-receipts', receipt.id, 'post')
  }
  const line = ([code, , , , , , , , cost]: Row, qty: number, dearer = 1) => ({
    item: stage.id('items', code),
    qty,
    cost: Number((cost * dearer).toFixed(4)),
    ...(batched.has(code) ? { batchNo: demoBatch } : {}),
  })
  await lot(
    125,
    'production',
    'CP',
    rows.slice(0, 12).map((row) => line(row, 300_000)),
  )
  await lot(
    124,
    'production',
    'CP',
    rows.slice(12).map((row) => line(row, 240_000)),
  )
  await lot(
    60,
    'production',
    'CP',
    rows.filter((_, index) => index % 3 === 0).map((row) => line(row, 100_000, 1.06)),
  )
  await lot(
    20,
    'purchase',
    'CP',
    rows.filter((_, index) => index % 5 === 0).map((row) => line(row, 50_000, 1.09)),
  )
  await lot(
    30,
    'other',
    'YB',
    samples.map(([code]) => ({ item: stage.id('items', code), qty: 500, cost: 0.9 })),
  )
  // not posted yet: the warehouse still counts
  await stage.create('warehouse', 'stock-receipts', {
    date: stage.today,
    kind: 'production',
    warehouse: stage.id('warehouses', 'CP'),
    lines: rows.slice(3, 6).map((row) => line(row, 80_000)),
  })
}
