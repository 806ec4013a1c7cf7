import type { PayloadRequest } from 'payload'

import { currencyCode } from '@/src/domain/kernel/currencyCode'
import { idOf } from '@/src/domain/kernel/idOf'
import { decidePolicy } from '@/src/domain/pricing/decidePolicy'
import { policyKeyOf } from '@/src/domain/pricing/policyKey'
import { pricesTakeTwo } from '@/src/domain/pricing/pricesTakeTwo'
import { storedRecords } from '@/src/engine/documents/storedRecords'
import { refuseIfAny, spoken } from '@/src/engine/refusal'
import { settingsOf } from '@/src/engine/settings'
import { itemFacts } from '@/src/ledger/facts/items'

import type { WordedFinding } from '@/src/domain/kernel/decision'

import type { Objection } from './judgeRecord'
import { keepersOf } from './keepersOf'
import { masterKind } from './masterKind'

type Values = Record<string, unknown>

const idsIn = (rows: readonly Values[], field: string): number[] => [
  ...new Set(rows.map((row) => idOf(row[field])).filter((id): id is number => id !== null)),
]

/** Two rows are the same policy by what they are for, from when and from how much: an empty unit is the stock unit. */
async function keyed(req: PayloadRequest, rows: readonly Values[]): Promise<Values[]> {
  const items = await itemFacts(req, idsIn(rows, 'item'))
  const { company } = await settingsOf(req)
  return rows.map((row): Values => {
    const given = typeof row['currency'] === 'string' ? currencyCode(row['currency']) : ''
    const { unit: _unit, ...rest } = row
    const stockUnit = items.get(Number(row['item']))?.unit
    const named = { ...(row['unit'] === stockUnit ? rest : row), currency: given || company.baseCurrency || 'CNY' }
    return { ...named, policyKey: policyKeyOf(named) }
  })
}

const objectionsOf = (req: PayloadRequest, findings: readonly WordedFinding[]): Objection[] =>
  spoken(
    findings.map((finding) => ({ ...finding, severity: 'error' as const })),
    req,
    'price-policies',
  ).map(({ path, message, code }) => ({ path: path ?? '', message: message ?? code }))

/** The rule of a policy for a whole portion: what the rows name is read at once. */
async function judged(req: PayloadRequest, rows: readonly Values[]): Promise<Objection[][]> {
  if (req.user && (await settingsOf(req)).orders.fourEyes) refuseIfAny(req, [pricesTakeTwo])
  const items = await itemFacts(req, idsIn(rows, 'item'))
  const where = { id: { in: idsIn(rows, 'customer') } }
  const named = await storedRecords({ req, slug: 'customers', where, fields: ['code', 'status'] })
  const customers = new Map(named.map((record) => [record.id, record]))
  return rows.map((row) => {
    const item = items.get(Number(row['item']))
    const customer = customers.get(Number(row['customer']))
    return objectionsOf(
      req,
      decidePolicy({
        row,
        item: item ? { ...item, units: item.units.map(({ unit }) => unit), isNew: true } : null,
        customer: customer ? { code: String(customer['code']), disabled: customer['status'] === 'disabled', isNew: true } : null,
        twin: null,
      }),
    )
  })
}

/** A row for what another policy is for already, without its number: nobody could say which of the two wins. */
const twinOf = (req: PayloadRequest, row: Values, former: { id: number }): Objection[] =>
  objectionsOf(
    req,
    decidePolicy({ row, item: null, customer: null, twin: former.id }).filter(({ code }) => code === 'POLICY_AMBIGUOUS'),
  )

/** 价格政策: one row, one policy; with its number a row changes the policy it names. */
export const pricePolicies = masterKind({
  kind: 'price-policies',
  slug: 'price-policies',
  title: { zh: '价格政策', en: 'Price policies' },
  note: {
    zh: '一行一条政策；价格与折扣率填且只填一项。填编号即修改该条政策；与已有政策完全相同的行不再导入。',
    en: 'One row a policy; a price or a discount, not both. With its number a row changes that policy; one that says what stands already changes nothing.',
  },
  roles: keepersOf('price-policies'),
  keys: [['id'], ['policyKey']],
  toldIn: { policyKey: 'priority' },
  completeAll: keyed,
  answered: ['policies'],
  rowsStandAlone: true,
  judgeRows: judged,
  twinOf,
  fields: [
    { field: 'customer', also: ['客户编码'], example: 'C001' },
    { field: 'customerCategory' },
    { field: 'item', also: ['品号', '商品编码', 'item code', 'product id', 'sku', 'product', 'stockcode'], example: 'GZK-2000' },
    { field: 'itemCategory' },
    { field: 'unit' },
    { field: 'currency', required: false, also: ['币别'], example: 'CNY' },
    { field: 'minQty', also: ['数量下限', 'min quantity'], example: '1,000' },
    { field: 'price', also: ['单价', 'unit price', 'list price'], example: '0.62' },
    { field: 'discountRate', also: ['折扣率', '折扣率%'] },
    { field: 'net', also: ['净价'] },
    { field: 'priority' },
    { field: 'validFrom', also: ['生效日', '开始日期', 'start date', 'from'], example: '2026-12-01' },
    { field: 'validTo', also: ['失效日', '结束日期', 'end date', 'to'] },
    { field: 'remark' },
  ],
  more: [
    {
      name: 'id',
      label: { zh: '编号', en: 'No.' },
      type: 'figure',
      scale: 0,
      note: { zh: '留空为新政策', en: 'Empty = a new policy' },
    },
  ],
})
