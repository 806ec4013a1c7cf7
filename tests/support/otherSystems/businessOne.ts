import { chance, plain, rounded, two } from '../movingHouses/house'
import { type Cells, type Leaving, nothingSold, sell, table } from './leaving'

const six = (cents: number): string => `${plain(cents)}0000`

/** SAP Business One: queries on its tables, columns by their names there, figures with six decimals, days without marks, credit notes in a table of their own without a minus. */
export function businessOne(): Leaving {
  const { upTo } = chance(1)
  const cards = ['B1C20000', 'B1C30000', 'B1C40000', 'B1C23900'] as const
  const goods = [
    ['B1A00001', 40000],
    ['B1A00002', 20000],
    ['B1C00003', 13005],
    ['B1S10000', 9000],
  ] as const
  const sold = nothingSold()
  const head =
    'DocNum;CANCELED;DocStatus;DocDate;DocDueDate;CardCode;CardName;NumAtCard;DocCur;DocRate;SlpName;LineNum;ItemCode;Dscription;Quantity;UomCode;Price;DiscPrcnt;VatGroup;VatPrcnt;LineTotal;VatSum;WhsCode;DocTotal'
  const lines = (table_: 'Invoice' | 'Credit Memo', from: number, documents: number): string => {
    const back = table_ === 'Credit Memo'
    const rows: Cells[] = [[...head.split(';'), ...(back ? ['DocType'] : [])]]
    for (let n = 0; n < documents; n += 1) {
      const card = cards[n % 4] ?? cards[0]
      const month = 1 + (n % 6)
      const isCancelled = !back && n === 9
      const own = Array.from({ length: 1 + (n % 3) }, (_, line) => {
        const [code, price] = goods[(n + line) % 4] ?? goods[0]
        const [qty, off] = [1 + upTo(9), (n + line) % 3 === 0 ? 10 : 0]
        const net = rounded(price * qty * (100 - off), 100)
        return { line, code, price, qty, off, net, vat: rounded(net * 13, 100) }
      })
      const total = own.reduce((sum, { net, vat }) => sum + net + vat, 0)
      for (const { line, code, price, qty, off, net, vat } of own) {
        rows.push([
          ...[
            from + n,
            isCancelled ? 'Y' : 'N',
            'C',
            `2025${two(month)}${two(3 + n)}`,
            '20251231',
            card,
            `Party ${card}`,
            `PO-${String(n)}`,
          ],
          ...['CNY', '1.000000', 'Bill Levine', line, code, 'Goods', `${String(qty)}.000000`, 'EA', six(price), `${String(off)}.000000`],
          ...['O1', '13.000000', six(net), six(vat), '01', six(total), ...(back ? [table_] : [])],
        ])
        if (!isCancelled) sell(sold, { customer: card, item: code, month: `2025-${two(month)}` }, back ? -net : net)
      }
    }
    return table(rows, ';')
  }
  const parties = table(
    [
      'CardCode;CardName;CardType;GroupName;Currency;LicTradNum;Phone1;E_Mail;SlpName;PymntGroup;Balance;validFor'.split(';'),
      ...cards.map((code, n) => [
        code,
        `Party ${code}`,
        'C',
        'Distributors',
        'CNY',
        `US10${String(n)}`,
        '555-0100',
        `a${String(n)}@b1.example`,
        'Bill Levine',
        'Net 30',
        '0.000000',
        'Y',
      ]),
    ],
    ';',
  )
  const oitm = table(
    [
      'ItemCode;ItemName;ItmsGrpNam;InvntryUom;ManBtchNum;OnHand;AvgPrice;VatGourpSa;validFor'.split(';'),
      ...goods.map(([code]) => [code, `Goods ${code}`, 'Items', 'EA', 'N', '100.000000', '200.000000', 'O1', 'Y']),
    ],
    ';',
  )
  const open = table(
    [
      'DocNum;DocDate;DocDueDate;CardCode;CardName;DocCur;DocTotal;PaidToDate;BalDue'.split(';'),
      [9001, '20250404', '20250504', 'B1C30000', 'x', 'CNY', '1500.000000', '500.000000', '1000.000000'],
      [9002, '20250505', '20250604', 'B1C40000', 'x', 'CNY', '250.500000', '0.000000', '250.500000'],
    ],
    ';',
  )
  const stock = table(
    [
      'ItemCode;ItemName;WhsCode;WhsName;OnHand;IsCommited;OnOrder;AvgPrice'.split(';'),
      ['B1A00001', 'x', '01', 'General', '12.000000', '0.000000', '0.000000', '200.250000'],
      ['B1A00002', 'x', '01', 'General', '0.000000', '0.000000', '0.000000', '0.000000'],
    ],
    ';',
  )
  return {
    name: 'SAP Business One',
    steps: [
      { kind: 'users', file: 'name,roles\nBill Levine,sales' },
      { kind: 'customer-categories', file: parties, mapping: { GroupName: 'name' } },
      { kind: 'payment-terms', file: 'name,kind,days\nNet 30,Days after invoice,30' },
      { kind: 'customers', file: parties },
      { kind: 'item-categories', file: oitm, mapping: { ItmsGrpNam: 'name', ItemCode: null, ItemName: null } },
      { kind: 'items', file: oitm },
      { kind: 'warehouses', file: 'code,name\n01,General' },
      { kind: 'sales-history', file: lines('Invoice', 1000, 12) },
      { kind: 'sales-history', file: lines('Credit Memo', 5000, 3) },
      { kind: 'opening-receivables', file: open },
      { kind: 'opening-stock', file: stock },
    ],
    sold,
    owed: { B1C30000: 100000, B1C40000: 25050 },
    asOf: '2026-06-30',
    stock: { B1A00001: 240300 },
  }
}
