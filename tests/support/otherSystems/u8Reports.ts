import { chance, plain, rounded } from '../movingHouses/house'
import { type Cells, type Leaving, nothingSold, sell, workbook } from './leaving'

/** 用友 U8 账表: heads in two merged rows, customers merged over their rows, 小计 and 合计; a list of ageing; a list of what lies where, by batch and place. */
export async function u8Reports(): Promise<Leaving> {
  const { upTo } = chance(4)
  const sold = nothingSold()
  const rows: Cells[] = [
    ['销售明细账'],
    ['单位名称：佛山辅料厂', '', '', '', '', '日期：2025-01-01 - 2025-06-30'],
    ['客户', '', '单据日期', '单据号', '存货', '', '', '数量', '本币', '', '', '业务员'],
    ['客户编码', '客户名称', '单据日期', '单据号', '存货编码', '存货名称', '规格型号', '数量', '无税金额', '税额', '价税合计', '业务员'],
  ]
  const merged = ['A1:L1', 'A3:B3', 'C3:C4', 'D3:D4', 'E3:G3', 'H3:H4', 'I3:K3', 'L3:L4']
  const total = [0, 0, 0, 0]
  let no = 0
  for (const [code, name] of [
    ['UK01', '广州甲厂'],
    ['UK02', '东莞乙厂'],
  ] as const) {
    const sub = [0, 0, 0, 0]
    const from = rows.length + 1
    for (let n = 0; n < 6; n += 1) {
      const qty = n >= 4 ? -50 : 100 + upTo(500)
      const gross = qty * (80 + upTo(300))
      const net = rounded(gross * 100, 113)
      const month = `2025-0${String(1 + Math.floor(n / 2))}`
      if (n % 2 === 0) no += 1
      rows.push([
        code,
        name,
        `${month}-08`,
        `XS00000${String(no)}`,
        `UL${String(n % 3)}`,
        `铆钉${String(n % 3)}`,
        '9mm',
        qty,
        net / 100,
        (gross - net) / 100,
        gross / 100,
        '陈业务',
      ])
      for (const [at, figure] of [qty, net, gross - net, gross].entries()) {
        sub[at] = (sub[at] ?? 0) + figure
        total[at] = (total[at] ?? 0) + figure
      }
      sell(sold, { customer: code, item: `UL${String(n % 3)}`, month }, net)
    }
    merged.push(`A${String(from)}:A${String(rows.length)}`, `B${String(from)}:B${String(rows.length)}`)
    rows.push([code, name, '', `(小计)${name}`, '', '', '', sub[0] ?? 0, ...sub.slice(1).map((cents) => cents / 100)])
  }
  rows.push(['合计', '', '', '', '', '', '', total[0] ?? 0, ...total.slice(1).map((cents) => cents / 100)])
  rows.push(['制表人：张三', '', '', '', '', '打印日期：2025-07-01'])
  const ledger = await workbook('销售明细账', rows, merged)
  const ageing = await workbook('应收账龄', [
    ['应收账款账龄分析表'],
    ['截止日期：2025-06-30', '', '', '币种：人民币'],
    ['客户编码', '客户名称', '期末余额', '未到期', '逾期1-30天', '逾期31-60天', '逾期61-90天', '逾期90天以上'],
    ['UK01', '广州甲厂', 1500.5, 1000, 500.5, '', '', ''],
    ['UK02', '东莞乙厂', 300, '', '', 100, 0, 200],
    ['合计', '', 1800.5, 1000, 500.5, 100, 0, 200],
  ])
  const places: Cells[] = [
    ['DC1', 'A', 'A-01-01', 'UL0', '铆钉0', 'L1', '2027-01-31', 'Good', 100, 0, 100, 1.5],
    ['DC1', 'A', 'A-01-02', 'UL0', '铆钉0', 'L1', '2027-01-31', 'Good', 50, 10, 40, 1.5],
    ['DC1', 'B', 'B-02-01', 'UL0', '铆钉0', 'L2', '2027-06-30', 'Good', 25.5, 0, 25.5, 1.6],
    ['DC1', 'B', 'B-02-02', 'UL1', '铆钉1', '', '', 'Good', 10, 0, 10, 20],
    ['DC2', 'A', 'A-09', 'UL2', '铆钉2', '', '', 'Good', 0, 0, 0, ''],
  ]
  const inventory = await workbook('Inventory', [
    ['Inventory by location'],
    [],
    [
      'Warehouse',
      'Zone',
      'Location',
      'SKU',
      'Description',
      'Lot No.',
      'Expiry Date',
      'Status',
      'On Hand',
      'Allocated',
      'Available',
      'Unit Cost',
    ],
    ...places,
    ['Total', '', '', '', '', '', '', '', 185.5, 10, 175.5],
  ])
  return {
    name: 'U8',
    steps: [
      { kind: 'users', file: '姓名,角色\n陈业务,业务员' },
      { kind: 'customers', file: ledger },
      { kind: 'items', file: ledger },
      { kind: 'items', file: '存货编码,存货名称,是否批次管理\nUL0,铆钉0,是' },
      { kind: 'warehouses', file: inventory },
      { kind: 'sales-history', file: ledger },
      { kind: 'opening-receivables', file: ageing },
      { kind: 'opening-stock', file: inventory },
    ],
    sold,
    owed: { UK01: 150050, UK02: 30000 },
    asOf: '2025-06-30',
    stock: { UL0: 22500 + Number(plain(4080)) * 100, UL1: 20000 },
  }
}
