import { add, chance, dayOf, type House, noSums, plain, type Row, rounded, type Sums } from './house'

/** A factory leaving U8: prices with tax, stock by warehouse and batch, receivables part-paid, money on account, orders part-delivered and part-billed. */
export function factory(): House {
  const { upTo, of } = chance(88)
  const sold = noSums()
  const [owed, open, stock]: [Sums, Sums, Sums] = [{}, {}, {}]
  const people = ['陈强', '林梅'] as const
  const customers = Array.from({ length: 10 }, (_, n) => ({
    code: `U8${String(n).padStart(3, '0')}`,
    name: `佛山第${String(n)}制衣厂`,
    region: of(['华南', '华东']),
    person: of(people),
  }))
  const items = Array.from({ length: 12 }, (_, n) => ({ code: `U8-${String(n)}`, group: of(['工字扣', '四合扣']), price: 120 + upTo(900) }))
  const totals: number[] = []
  const history: Row[] = []
  for (let n = 0; n < 40; n += 1) {
    const customer = customers[n % 10]!
    const date = dayOf(2025, n * 7)
    const back = n % 11 === 10
    let total = 0
    for (let line = 0; line < 1 + (n % 4); line += 1) {
      const item = items[(n + line * 3) % 12]!
      const qty = (back ? -1 : 1) * (100 + upTo(900))
      const gross = qty * item.price
      const net = gross - rounded(gross * 13, 113)
      total += gross
      history.push({
        '单号 *': `U8-S${String(n)}`,
        '客户 *': customer.name,
        '日期 *': date.replaceAll('-', '/'),
        业务员: customer.person,
        '物料 *': item.code,
        '数量 *': qty,
        单价: plain(item.price),
        税率: '13%',
        单位成本: '0.5',
        销售区域: customer.region,
      })
      add(sold.customer, customer.code, net)
      add(sold.item, item.code, net)
      add(sold.month, date.slice(0, 7), net)
      add(sold.region, customer.region, net)
      add(sold.itemCategory, item.group, net)
      add(sold.salesperson, customer.person, net)
    }
    totals.push(total)
  }
  // two of the history, one of them part-paid; an advance; a credit balance of which some is used
  const owing = [
    ['U8-S3', 3, dayOf(2025, 21), totals[3] ?? 0, 50000],
    ['U8-S4', 4, dayOf(2025, 28), totals[4] ?? 0, totals[4] ?? 0],
    ['U8-YS1', 5, '2025年12月20日', -300000, -300000],
    ['U8-HZ1', 6, '2025.12.21', -45210, -20000],
  ] as const
  const receivables = owing.map(([no, at, date, amount, left]): Row => {
    add(owed, customers[at]!.code, left)
    return {
      '单号 *': no,
      '客户 *': customers[at]!.code,
      '日期 *': date,
      到期日: '20260131',
      '金额 *': plain(amount),
      未收金额: plain(left),
    }
  })
  const onHand = Array.from({ length: 18 }, (_, n): Row => {
    const item = items[n % 12]!
    const [qty, cost] = [1000 + upTo(5000), 31 + upTo(60)]
    const warehouse = n < 12 ? 'U8成品仓' : 'U8外仓'
    add(stock, item.code, qty * cost)
    return { '仓库 *': warehouse, '物料 *': item.code, '数量 *': qty.toLocaleString('en-US'), '单位成本 *': plain(cost) }
  })
  const orders: Row[] = []
  for (let n = 0; n < 6; n += 1) {
    const customer = customers[n]!
    for (let line = 0; line < 3; line += 1) {
      const item = items[(n + line) % 12]!
      const qty = 1000 + upTo(500)
      const [delivered, billed] = line === 0 ? [400, 300] : line === 1 ? [200, 200] : [0, 0]
      orders.push({
        '单号 *': `U8-XD${String(n)}`,
        '客户 *': customer.code,
        '日期 *': dayOf(2025, n * 5),
        '物料 *': item.code,
        '数量 *': qty,
        单价: plain(item.price),
        税率: '13%',
        已发数量: delivered,
        已开票数量: billed,
        交期: '2026/12/20',
        仓库: 'U8成品仓',
      })
      add(open, customer.code, (qty - delivered) * item.price)
    }
  }
  return {
    name: 'a factory leaving U8',
    prefix: 'U8',
    sold,
    owed,
    open,
    stock,
    files: [
      { kind: 'departments', language: 'zh', rows: [{ '名称 *': '华南部' }] },
      {
        kind: 'users',
        language: 'zh',
        rows: people.map((name) => ({ '姓名 *': name, 角色: '业务员', 部门: '华南部', 停用: name === '林梅' ? '是' : '' })),
      },
      { kind: 'payment-terms', language: 'zh', rows: [{ '名称 *': '月结30天', 方式: '月末加天数', 天数: 30 }] },
      {
        kind: 'customers',
        language: 'zh',
        rows: customers.map(({ code, name, region, person }) => ({
          '客户编码 *': code,
          '客户名称 *': name,
          业务员: person,
          部门: '华南部',
          价税方式: '含税',
          收款条件: '月结30天',
          销售区域: region,
        })),
      },
      { kind: 'item-categories', language: 'zh', rows: ['工字扣', '四合扣'].map((name) => ({ '名称 *': name })) },
      {
        kind: 'items',
        language: 'zh',
        rows: items.map(({ code, group, price }) => ({
          '品号 *': code,
          '品名 *': `扣 ${code}`,
          物料分类: group,
          库存单位: 'PCS',
          '税率 %': '１３％',
          标准价: plain(price),
        })),
      },
      { kind: 'warehouses', language: 'zh', rows: ['U8成品仓', 'U8外仓'].map((name) => ({ '名称 *': name, 类型: '成品仓' })) },
      { kind: 'opening-stock', language: 'zh', rows: onHand },
      { kind: 'opening-receivables', language: 'zh', rows: receivables },
      { kind: 'opening-orders', language: 'zh', rows: orders },
      { kind: 'sales-history', language: 'zh', rows: history },
    ],
  }
}
