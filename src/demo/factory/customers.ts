import type { Stage } from '../stage'

const terms: ReadonlyArray<Record<string, unknown>> = [
  { code: 'YJ30', name: '月结30天', nameEn: '30 days, end of month', kind: 'endOfMonth', days: 30 },
  { code: 'YJCY', name: '月结次月末', nameEn: 'End of next month', kind: 'endOfNextMonth', days: 0 },
  { code: 'KD', name: '款到发货', nameEn: 'Paid before delivery', kind: 'daysAfterInvoice', days: 0 },
  { code: 'KP30', name: '开票后30天', nameEn: '30 days after invoice', kind: 'daysAfterInvoice', days: 30 },
  {
    code: 'FQ55',
    name: '50/50 分期',
    nameEn: '50/50 instalments',
    kind: 'instalments',
    instalments: [
      { percent: 50, days: 0 },
      { percent: 50, days: 45 },
    ],
  },
]

const categories: ReadonlyArray<{ code: string; name: string; terms: string; creditLimit: number; creditDays: number }> = [
  { code: 'ZY', name: '品牌重要客户', terms: 'YJCY', creditLimit: 600_000, creditDays: 60 },
  { code: 'FZ', name: '服装厂', terms: 'YJ30', creditLimit: 200_000, creditDays: 45 },
  { code: 'MY', name: '贸易公司', terms: 'KP30', creditLimit: 150_000, creditDays: 30 },
]

/** Code, name, short name, category, salesperson, terms, contact, city, and what differs from the category. */
type Row = readonly [string, string, string, string, string, string, string, string, Record<string, unknown>?]

const rows: readonly Row[] = [
  ['C001', '广州蓝鲸牛仔服饰有限公司', '蓝鲸牛仔', 'ZY', 'sales', 'YJCY', '李敏仪', '广州市增城区新塘镇', { credit: { grade: 'AA' } }],
  ['C002', '宁波海曙针织集团有限公司', '海曙针织', 'ZY', 'sales2', 'YJCY', '方建平', '宁波市海曙区集士港'],
  ['C003', '东莞市华彩制衣有限公司', '华彩制衣', 'FZ', 'sales', 'YJ30', '罗少芳', '东莞市虎门镇'],
  ['C004', '中山沙溪伟业休闲服饰厂', '伟业休闲', 'FZ', 'sales', 'YJ30', '梁志伟', '中山市沙溪镇'],
  ['C005', '泉州石狮市鑫源服装织造有限公司', '鑫源服装', 'FZ', 'sales2', 'YJ30', '蔡丽珍', '泉州市石狮市宝盖镇'],
  ['C006', '常熟市古里羽绒制衣有限公司', '古里羽绒', 'FZ', 'sales2', 'KP30', '顾明华', '常熟市古里镇'],
  ['C007', '嘉兴平湖童装制造有限公司', '平湖童装', 'FZ', 'sales', 'FQ55', '沈佳琪', '平湖市经济开发区'],
  [
    'C008',
    '青岛即墨恒信针织服装厂',
    '恒信针织',
    'FZ',
    'sales2',
    'YJ30',
    '孙德海',
    '青岛市即墨区',
    { credit: { control: true, limit: 30_000, days: 30, grade: 'C' } },
  ],
  ['C009', '深圳市前海新丝路进出口贸易有限公司', '新丝路贸易', 'MY', 'sales', 'KD', '王晓东', '深圳市南山区'],
  ['C010', '杭州云裳跨境电商有限公司', '云裳电商', 'MY', 'sales2', 'KD', '陆佳', '杭州市余杭区'],
  [
    'C011',
    'Pacific Denim Ltd. 太平洋牛仔',
    '太平洋牛仔',
    'MY',
    'sales',
    'KP30',
    'Anna Tran',
    'Ho Chi Minh City',
    { currency: 'USD', taxMode: 'exclusive' },
  ],
  [
    'C012',
    '温州瓯海旧梦服饰有限公司',
    '旧梦服饰',
    'FZ',
    'sales2',
    'YJ30',
    '林国庆',
    '温州市瓯海区',
    { status: 'frozen', remark: '多次拖欠,已冻结' },
  ],
  [
    'C014',
    '惠州惠阳骏达箱包辅料有限公司',
    '骏达箱包',
    'MY',
    'sales',
    'KP30',
    '钟丽霞',
    '惠州市惠阳区',
    { credit: { control: true, limit: 20_000, days: 30, grade: 'B' } },
  ],
]

/** Payment terms, customer categories with defaults, customers with contacts and addresses. */
export async function meetCustomers(stage: Stage): Promise<void> {
  for (const row of terms) await stage.create('finance2', 'payment-terms', row)
  for (const { code, name, terms: paymentTerms, creditLimit, creditDays } of categories) {
    await stage.create('finance2', 'customer-categories', {
      code,
      name,
      defaults: { paymentTerms: stage.id('payment-terms', paymentTerms), creditLimit, creditDays, taxMode: 'inclusive' },
    })
  }
  for (const [index, [code, name, shortName, category, salesperson, paymentTerms, contact, city, more]] of rows.entries()) {
    await stage.create('finance2', 'customers', {
      code,
      name,
      shortName,
      category: stage.id('customer-categories', category),
      salesperson: stage.id('users', salesperson),
      department: stage.id('departments', 'XS'),
      paymentTerms: stage.id('payment-terms', paymentTerms),
      invoiceTitle: name,
      taxNo: `91440000MA5DEMO${String(index + 1).padStart(3, '0')}`,
      contacts: [{ name: contact, position: '采购', phone: `138 0000 00${String(index + 10)}`, main: true }],
      addresses: [{ name: '仓库', address: `${city}工业路 ${index + 1} 号`, contact, main: true }],
      ...more,
    })
  }
  // the trading arm orders, its parent pays
  await stage.create('finance2', 'customers', {
    code: 'C013',
    name: '蓝鲸牛仔(佛山)分公司',
    shortName: '蓝鲸佛山',
    category: stage.id('customer-categories', 'ZY'),
    salesperson: stage.id('users', 'sales'),
    department: stage.id('departments', 'XS'),
    billTo: stage.id('customers', 'C001'),
    contacts: [{ name: '冯少华', position: '跟单', main: true }],
    addresses: [{ name: '工厂', address: '佛山市顺德区均安镇', main: true }],
  })
}

/** What foreign currencies are worth, as finance lists it every month or so. */
export async function listRates(stage: Stage): Promise<void> {
  const rates = [
    ['USD', 300, 7.12],
    ['USD', 45, 7.1],
    ['USD', 15, 7.08],
    ['EUR', 300, 8.21],
    ['EUR', 15, 8.25],
  ] as const
  for (const [currency, ago, rate] of rates) await stage.create('finance2', 'exchange-rates', { currency, date: stage.ago(ago), rate })
}

/** Prices that differ from the list: for a customer, for a category of customers, by quantity, for a season. They hold for every department. */
export async function setPrices(stage: Stage): Promise<void> {
  const policy = (row: Record<string, unknown>): Promise<unknown> => stage.create('gm', 'price-policies', { currency: 'CNY', ...row })
  const item = (code: string): number => stage.id('items', code)
  const category = (code: string): number => stage.id('item-categories', code)
  await policy({
    customerCategory: stage.id('customer-categories', 'ZY'),
    itemCategory: category('WJ'),
    discountRate: 5,
    validFrom: stage.ago(300),
    remark: '重要客户 95 折',
  })
  await policy({ item: item('MD-0900-YG'), minQty: 100_000, price: 0.128, validFrom: stage.ago(300), remark: '十万粒以上' })
  await policy({ item: item('SHK-1250-YG'), minQty: 50_000, price: 0.355, validFrom: stage.ago(300), remark: '五万套以上' })
  await policy({
    customer: stage.id('customers', 'C001'),
    item: item('GZK-1700-QG'),
    price: 0.52,
    net: true,
    validFrom: stage.ago(200),
    remark: '年度协议价',
  })
  await policy({ customer: stage.id('customers', 'C003'), itemCategory: category('MD'), discountRate: 3, validFrom: stage.ago(200) })
  await policy({ itemCategory: category('GZK'), discountRate: 2, validFrom: stage.ago(15), validTo: stage.ago(-30), remark: '秋冬促销' })
}
