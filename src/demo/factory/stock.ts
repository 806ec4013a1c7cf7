import type { CollectionSlug } from '@/src/engine/documents/stored'

import type { Stage, Told } from '../stage'

import { secondBatch } from './goods'

/** What a warehouse does beside receiving and delivering: a second warehouse where goods wait for inspection, goods under way, set aside, counted, scrapped, come back. */
export async function tellStock(stage: Stage): Promise<void> {
  await fillQuarantine(stage)
  await transfer(stage)
  await setAside(stage)
  await countAndScrap(stage)
  await comeBack(stage)
}

const keep = <Slug extends CollectionSlug>(stage: Stage, slug: Slug, data: Record<string, unknown>): Promise<Told<Slug>> =>
  stage.create('warehouse', slug, data)

async function fillQuarantine(stage: Stage): Promise<void> {
  const receipt = await keep(stage, 'stock-receipts', {
    date: stage.ago(28),
    kind: 'production',
    warehouse: stage.id('warehouses', 'DJ'),
    lines: [
      { item: stage.id('items', 'GZK-2300-HS'), qty: 60_000, cost: 0.541, batchNo: secondBatch },
      { item: stage.id('items', 'SHK-1250-YG'), qty: 45_000, cost: 0.183 },
      { item: stage.id('items', 'MD-0900-YG'), qty: 120_000, cost: 0.068 },
    ],
  })
  await stage.run('warehouse', 'stock-receipts', receipt.id, 'post')
}

/** One on its way and received in part, one arrived, one still being packed. */
async function transfer(stage: Stage): Promise<void> {
  const move = (
    ago: number,
    arrives: number,
    reason: string,
    lines: ReadonlyArray<readonly [string, number]>,
  ): Promise<Told<'stock-transfers'>> =>
    keep(stage, 'stock-transfers', {
      date: stage.ago(ago),
      expectedDate: stage.ago(arrives),
      reason,
      from: stage.id('warehouses', 'CP'),
      to: stage.id('warehouses', 'DJ'),
      lines: lines.map(([item, qty]) => ({ item: stage.id('items', item), qty })),
    })
  const arrived = await move(18, 17, '出货前抽检', [['SHK-1500-YG', 20_000]])
  await stage.run('warehouse', 'stock-transfers', arrived.id, 'ship')
  await stage.run('warehouse', 'stock-transfers', arrived.id, 'receive')
  const underWay = await move(1, -2, '客户投诉批次复检', [
    ['SHK-1000-YG', 40_000],
    ['GZK-1700-QG', 25_000],
  ])
  await stage.run('warehouse', 'stock-transfers', underWay.id, 'ship')
  const [first] = underWay.lines
  await stage.run('warehouse', 'stock-transfers', underWay.id, 'receive', { lines: [{ line: first?.id, qty: 15_000 }] })
  await move(0, -3, '下周例行抽检', [['MD-0750-YG', 30_000]])
}

async function setAside(stage: Stage): Promise<void> {
  const freeze = await keep(stage, 'stock-freezes', {
    date: stage.ago(5),
    kind: 'freeze',
    warehouse: stage.id('warehouses', 'CP'),
    reason: '电镀批次色差,待品管复检',
    lines: [
      { item: stage.id('items', 'MD-1200-ZS'), qty: 12_000 },
      { item: stage.id('items', 'SHK-1250-QG'), qty: 8_000 },
    ],
  })
  await stage.run('warehouse', 'stock-freezes', freeze.id, 'post')
  await keep(stage, 'stock-freezes', {
    date: stage.today,
    kind: 'unfreeze',
    warehouse: stage.id('warehouses', 'CP'),
    reason: '复检合格,部分放行',
    lines: [{ item: stage.id('items', 'MD-1200-ZS'), qty: 4_000 }],
  })
}

async function countAndScrap(stage: Stage): Promise<void> {
  const counted = await keep(stage, 'stock-counts', {
    date: stage.ago(3),
    warehouse: stage.id('warehouses', 'DJ'),
    reason: '月度盘点',
    lines: [
      { item: stage.id('items', 'SHK-1250-YG'), countedQty: 44_860, remark: '短少一小包' },
      { item: stage.id('items', 'MD-0900-YG'), countedQty: 120_000 },
    ],
  })
  await stage.run('warehouse', 'stock-counts', counted.id, 'post')
  const scrap = await keep(stage, 'stock-issues', {
    date: stage.ago(2),
    kind: 'scrap',
    warehouse: stage.id('warehouses', 'CP'),
    lines: [{ item: stage.id('items', 'MD-1050-HS'), qty: 2_500, remark: '喷漆脱落' }],
  })
  await stage.run('warehouse', 'stock-issues', scrap.id, 'post')
}

/** One return waits for its inspection, one is inspected in parts, one is only announced. */
async function comeBack(stage: Stage): Promise<void> {
  const from = async (customer: string, qty: number, kind: string, remark: string): Promise<Told<'returns'> | undefined> => {
    const issued = { customer: { equals: stage.id('customers', customer) }, status: { equals: 'issued' } }
    const [delivery] = await stage.find('gm', 'deliveries', issued)
    const [line] = delivery?.lines ?? []
    if (!delivery || !line) return undefined
    const made = await stage.bear('sales', 'deliveries', delivery.id, 'create-return', 'returns', {
      kind,
      lines: [{ deliveryLine: line.id, qty }],
    })
    return stage.update('manager', 'returns', made.id, { date: stage.ago(4), remark })
  }
  const waiting = await from('C003', 1_500, 'refund', '弹力不足,客户退回')
  if (waiting) {
    await stage.run('gm', 'returns', waiting.id, 'approve')
    await stage.run('warehouse', 'returns', waiting.id, 'receive')
  }
  const inspected = await from('C004', 600, 'replace', '色差,要求换货')
  if (inspected) {
    await stage.run('gm', 'returns', inspected.id, 'approve')
    await stage.run('warehouse', 'returns', inspected.id, 'receive')
    const [line] = inspected.lines
    await stage.run('warehouse', 'returns', inspected.id, 'inspect', { lines: [{ line: line?.id, restock: 400, rework: 150, scrap: 50 }] })
  }
  await from('C001', 2_000, 'refund', '客户来函,待确认')
}
