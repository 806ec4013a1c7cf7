import type { Stage } from '../stage'

type Line = Record<string, unknown>

/** Price adjustments as a factory has them: one in force, one agreed for later, one still being written. */
export async function tellPrices(stage: Stage): Promise<void> {
  const item = (code: string): number => stage.id('items', code)
  const customer = (code: string): number => stage.id('customers', code)
  const draft = (who: string, data: { ago: number; from: number; reason: string; lines: Line[] }) =>
    stage.create(who, 'price-adjustments', {
      date: stage.ago(data.ago),
      effectiveFrom: stage.ago(data.from),
      reason: data.reason,
      lines: data.lines,
    })
  const running = await draft('sales', {
    ago: 9,
    from: 2,
    reason: '铜价上涨,工字扣全系上调',
    lines: [
      { item: item('GZK-1400-QG'), newPrice: 0.5 },
      { item: item('GZK-1700-YG'), newPrice: 0.575 },
      { item: item('GZK-1700-HG'), newPrice: 0.69, remark: '摇头款同步' },
    ],
  })
  await stage.run('sales', 'price-adjustments', running.id, 'submit')
  await stage.run('manager', 'price-adjustments', running.id, 'approve')
  const coming = await draft('sales', {
    ago: 3,
    from: -14,
    reason: '年度协议价调整',
    lines: [
      { customer: customer('C001'), item: item('GZK-1700-QG'), newPrice: 0.55, net: true },
      { customer: customer('C001'), item: item('MD-0900-YG'), minQty: 100_000, newPrice: 0.118, net: true, remark: '十万粒以上' },
    ],
  })
  await stage.run('sales', 'price-adjustments', coming.id, 'submit')
  await stage.run('gm', 'price-adjustments', coming.id, 'approve')
  await draft('sales2', {
    ago: 0,
    from: -30,
    reason: '四合扣年末促销',
    lines: [
      { item: item('SHK-1250-YG'), minQty: 50_000, newPrice: 0.345, validTo: stage.ago(-90) },
      { item: item('SHK-1500-YG'), newPrice: 0.445, validTo: stage.ago(-90) },
    ],
  })
}
