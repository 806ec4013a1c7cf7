type Cell = string | number
type Lines = () => Iterable<readonly Cell[]>

const day = (n: number): string => `2025-${String(1 + (n % 12)).padStart(2, '0')}-${String(1 + (n % 28)).padStart(2, '0')}`
const customer = (n: number): string => `C${String(100_000 + n)}`
const item = (n: number): string => `P${String(100_000 + n)}`

const customers = (rows: number): Lines =>
  function* () {
    yield ['客户编码', '客户名称', '客户简称', '省份', '城市', '销售区域', '税号', '联系人', '电话', '地址', '信用额度', '备注']
    for (let n = 0; n < rows; n += 1)
      yield [
        customer(n),
        `东莞市第${String(n)}制衣厂有限公司`,
        `${String(n)}厂`,
        '广东',
        '东莞',
        `区域${String(n % 9)}`,
        `9144${String(10_000_000_000_000 + n)}`,
        `王${String(n % 400)}`,
        `138${String(10_000_000 + n)}`,
        `长安镇振安路 ${String(n)} 号`,
        String((n % 50) * 1000),
        '',
      ]
  }

const items = (rows: number): Lines =>
  function* () {
    yield ['存货编码', '存货名称', '规格型号', '存货分类', '主计量单位', '税率', '标准价', '最低售价', '备注']
    for (let n = 0; n < rows; n += 1)
      yield [item(n), `工字扣 ${String(n)}`, `${String(10 + (n % 30))} mm`, '扣', 'PCS', '13%', ((n % 900) / 100 + 1).toFixed(2), '0.5', '']
  }

const policies = (rows: number): Lines =>
  function* () {
    yield ['客户', '物料', '单价', '数量下限', '生效日']
    for (let n = 0; n < rows; n += 1) yield [customer(n), item(n), ((n % 900) / 100 + 1).toFixed(2), '1', day(n)]
  }

const receivables = (rows: number): Lines =>
  function* () {
    yield ['发票号', '客户', '日期', '到期日', '金额', '未收金额']
    for (let n = 0; n < rows; n += 1) yield [`AR-${String(n)}`, customer(n), day(n), `2026${day(n).slice(4)}`, '1130.00', '500.00']
  }

/** Twenty lines an invoice, as in the list of an online shop. */
const history = (rows: number, series: string): Lines =>
  function* () {
    yield ['InvoiceNo', 'StockCode', 'Description', 'Quantity', 'InvoiceDate', 'UnitPrice', 'CustomerID']
    for (let n = 0; n < rows; n += 1) {
      const invoice = Math.floor(n / 20)
      yield [
        `${series}${String(invoice)}`,
        item(n % 4000),
        'x',
        (n % 40) + 1,
        day(invoice),
        ((n % 900) / 100 + 1).toFixed(2),
        customer(invoice % 4000),
      ]
    }
  }

const people = (rows: number): Lines =>
  function* () {
    yield ['姓名', '邮箱', '角色', '部门']
    for (let n = 0; n < rows; n += 1) yield [`林${String(n)}`, `person${String(n)}@bench.example`, '业务员', `D${String(n % 20)}`]
  }

/** Records of a code and a name, and one column of their own. */
const named = (rows: number, series: string, called: string, more: string, value: (n: number) => Cell): Lines =>
  function* () {
    yield ['编码', '名称', more]
    for (let n = 0; n < rows; n += 1) yield [`${series}${String(n)}`, `${called}${String(n)}`, value(n)]
  }

/** So many days in turn, as business dates. */
const dayAfter = (n: number): string => new Date(Date.UTC(1990, 0, 1 + n)).toISOString().slice(0, 10)

const rates = (rows: number): Lines =>
  function* () {
    yield ['币种', '日期', '汇率']
    for (let n = 0; n < rows; n += 1) yield [n % 2 ? 'USD' : 'EUR', dayAfter(Math.floor(n / 2)), (6 + (n % 200) / 100).toFixed(2)]
  }

const unitsOf = (rows: number): Lines =>
  function* () {
    yield ['物料', '单位', '换算率']
    for (let n = 0; n < rows; n += 1) yield [item(Math.floor(n / 2)), n % 2 ? 'BOX' : 'BAG', n % 2 ? '1000' : '100']
  }

const titles = (rows: number): Lines =>
  function* () {
    yield ['客户', '抬头', '税号', '开户银行', '账号']
    for (let n = 0; n < rows; n += 1)
      yield [
        customer(Math.floor(n / 2)),
        `东莞市第${String(n)}服饰有限公司`,
        `9145${String(10_000_000_000_000 + n)}`,
        '工商银行',
        `6222${String(n)}`,
      ]
  }

const stock = (rows: number): Lines =>
  function* () {
    yield ['仓库', '物料', '批号', '数量', '单位成本']
    for (let n = 0; n < rows; n += 1) yield [`W${String(n % 4)}`, item(Math.floor(n / 4)), '', '100', ((n % 900) / 100 + 1).toFixed(2)]
  }

/** Ten lines an order. */
const openSales = (rows: number, heading: string): Lines =>
  function* () {
    yield [heading, '客户', '日期', '物料', '数量', '单价', '税率', '交货日期']
    for (let n = 0; n < rows; n += 1) {
      const order = Math.floor(n / 10)
      yield [
        `S${String(order)}`,
        customer(order % 4000),
        day(order),
        item(n % 4000),
        '100',
        ((n % 900) / 100 + 1).toFixed(2),
        '13%',
        '2027-01-31',
      ]
    }
  }

export type ImportFile = { name: string; kind: string; extension: 'csv' | 'xlsx'; lines: Lines }

/** Who and what is sold in every history. */
const traded = 4000

const csv = (name: string, kind: string, lines: Lines): ImportFile => ({ name, kind, extension: 'csv', lines })
const workbook = (name: string, kind: string, lines: Lines): ImportFile => ({ name, kind, extension: 'xlsx', lines })

/** Kinds whose rows name items and customers by the thousand. */
const naming = ['price-policies', 'units', 'invoice-titles', 'opening-stock']

/** What a company brings, each as large as is asked for; later ones name what earlier ones brought. Of some kinds alone: what they name comes in before, as much of it as they name. */
export function importFiles(rows: number, kinds: readonly string[] = []): readonly ImportFile[] {
  const asked = ({ kind }: Pick<ImportFile, 'kind'>): boolean => kinds.length === 0 || kinds.includes(kind)
  const ofMasters = (kind: string): number => (asked({ kind }) || naming.some((one) => kinds.includes(one)) ? rows : traded)
  const all: ImportFile[] = [
    csv('item categories', 'item-categories', () => [['名称'], ['扣']]),
    csv('items', 'items', items(ofMasters('items'))),
    csv('items again, nothing to change', 'items', items(rows)),
    csv('customers', 'customers', customers(ofMasters('customers'))),
    workbook('customers again, as a workbook', 'customers', customers(rows)),
    csv(
      'departments',
      'departments',
      named(Math.max(rows, 20), 'D', '部门', '信用额度', (n) => n * 10),
    ),
    csv('people', 'users', people(rows)),
    csv(
      'customer categories',
      'customer-categories',
      named(rows, 'K', '客户类别', '信用天数', (n) => n % 90),
    ),
    csv(
      'item categories, many',
      'item-categories',
      named(rows, 'I', '物料分类', '最低毛利率', () => '10%'),
    ),
    csv(
      'payment terms',
      'payment-terms',
      named(rows, 'N', '月结', '天数', (n) => n % 90),
    ),
    csv(
      'warehouses',
      'warehouses',
      named(Math.max(rows, 4), 'W', '仓库', '启用', () => '是'),
    ),
    csv('exchange rates', 'exchange-rates', rates(rows)),
    csv('units of items', 'units', unitsOf(rows)),
    csv('titles of customers', 'invoice-titles', titles(rows)),
    csv('price policies', 'price-policies', policies(rows)),
    csv('opening stock', 'opening-stock', stock(rows)),
    csv('opening receivables', 'opening-receivables', receivables(rows)),
    csv('opening orders, 10 lines each', 'opening-orders', openSales(rows, '订单号')),
    csv('opening quotes, 10 lines each', 'opening-quotes', openSales(rows, '报价单号')),
    csv('sales history', 'sales-history', history(rows, 'A')),
    workbook('sales history, as a workbook', 'sales-history', history(rows, 'B')),
  ]
  const needed = ['item categories', 'items', 'customers', ...(kinds.includes('users') ? ['departments'] : [])]
  return all.filter((file) => asked(file) || needed.includes(file.name) || (file.name === 'warehouses' && kinds.includes('opening-stock')))
}
