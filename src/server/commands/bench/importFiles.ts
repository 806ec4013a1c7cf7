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

export type ImportFile = { name: string; kind: string; extension: 'csv' | 'xlsx'; lines: Lines }

/** Who and what is sold in every history. */
const traded = 4000

/** What a company brings, each as large as is asked for; later ones name what earlier ones brought. Of some kinds alone: what they name comes in before, as much of it as they name. */
export function importFiles(rows: number, kinds: readonly string[] = []): readonly ImportFile[] {
  const asked = ({ kind }: Pick<ImportFile, 'kind'>): boolean => kinds.length === 0 || kinds.includes(kind)
  const ofMasters = (kind: string): number => (asked({ kind }) || kinds.includes('price-policies') ? rows : traded)
  const all: ImportFile[] = [
    { name: 'item categories', kind: 'item-categories', extension: 'csv', lines: () => [['名称'], ['扣']] },
    { name: 'items', kind: 'items', extension: 'csv', lines: items(ofMasters('items')) },
    { name: 'items again, nothing to change', kind: 'items', extension: 'csv', lines: items(rows) },
    { name: 'customers', kind: 'customers', extension: 'csv', lines: customers(ofMasters('customers')) },
    { name: 'customers again, as a workbook', kind: 'customers', extension: 'xlsx', lines: customers(rows) },
    { name: 'price policies', kind: 'price-policies', extension: 'csv', lines: policies(rows) },
    { name: 'opening receivables', kind: 'opening-receivables', extension: 'csv', lines: receivables(rows) },
    { name: 'sales history', kind: 'sales-history', extension: 'csv', lines: history(rows, 'A') },
    { name: 'sales history, as a workbook', kind: 'sales-history', extension: 'xlsx', lines: history(rows, 'B') },
  ]
  const needed = ['item categories', 'items', 'customers']
  return all.filter((file) => asked(file) || needed.includes(file.name))
}
