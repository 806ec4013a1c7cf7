import type { WordedFinding } from '../kernel/decision'

/** What a price policy row names, as stored: `null` where the row names none, `'unknown'` where there is no such record. */
type Named<T> = T | 'unknown' | null

export type PolicyFacts = {
  /** the row as it would be stored, as somebody entered it: nothing of it has been checked yet */
  row: Readonly<Record<string, unknown>>
  item: Named<{ code: string; active: boolean; unit: string; units: readonly string[]; isNew: boolean }>
  customer: Named<{ code: string; disabled: boolean; isNew: boolean }>
  /** another row with the same key (see policyKeyOf) */
  twin: number | string | null
}

const isGiven = (value: unknown): boolean => value !== null && value !== undefined && value !== ''
const isFigure = (value: unknown): boolean => typeof value !== 'boolean' && Number.isFinite(Number(value))
const isIso = (value: unknown): boolean => !isGiven(value) || /^\d{4}-\d{2}-\d{2}/.test(String(value))

const wrong = (path: string, zh: string, en: string, accepted?: string): WordedFinding => ({
  code: 'INVALID_INPUT',
  path,
  facts: { field: path, ...(accepted ? { accepted } : {}) },
  text: { zh, en },
})

/** What the row names must be in use; a row on a disabled item or customer would wait for nobody. */
function scopeFindings({ row, item, customer }: PolicyFacts): WordedFinding[] {
  const findings: WordedFinding[] = []
  if (item === 'unknown') findings.push(wrong('item', '该记录不存在', 'There is no such record'))
  else if (item && !item.active && item.isNew)
    findings.push(wrong('item', `物料 ${item.code} 已停用`, `Item ${item.code} is disabled`, 'an active item'))
  if (customer === 'unknown') findings.push(wrong('customer', '该记录不存在', 'There is no such record'))
  else if (customer?.disabled && customer.isNew)
    findings.push(wrong('customer', `客户 ${customer.code} 已停用`, `Customer ${customer.code} is disabled`, 'a customer in use'))
  const unit = row['unit']
  if (isGiven(unit) && item === null)
    findings.push(wrong('unit', '按物料分类的价格以库存单位计', 'A row of an item category is per stock unit', 'empty'))
  if (isGiven(unit) && item !== null && item !== 'unknown' && ![item.unit, ...item.units].includes(String(unit))) {
    const [zh, en] = [`物料 ${item.code} 没有单位 ${String(unit)}`, `Item ${item.code} has no unit ${String(unit)}`]
    findings.push(wrong('unit', zh, en, [item.unit, ...item.units].join(', ')))
  }
  return findings
}

/** Figures as the rules need them; the form's own checks come after this one and cannot name the rule. */
function figureFindings(row: PolicyFacts['row']): WordedFinding[] {
  const findings: WordedFinding[] = []
  const { price, discountRate, minQty } = row
  if (isGiven(price) && (!isFigure(price) || Number(price) < 0))
    findings.push(wrong('price', '价格不得为负', 'A price is not negative', '≥ 0'))
  if (isGiven(discountRate) && (!isFigure(discountRate) || Number(discountRate) < 0 || Number(discountRate) > 100))
    findings.push(wrong('discountRate', '折扣率须在 0 到 100 之间', 'A discount is between 0 and 100', '0–100'))
  if (isGiven(minQty) && (!isFigure(minQty) || Number(minQty) <= 0))
    findings.push(wrong('minQty', '数量下限须大于 0，不分阶梯请留空', 'A quantity break is above 0; leave it empty for none', '> 0'))
  for (const field of ['validFrom', 'validTo'])
    if (!isIso(row[field])) findings.push(wrong(field, '日期格式为 YYYY-MM-DD', 'A date is YYYY-MM-DD', 'YYYY-MM-DD'))
  return findings
}

/** A row is for one thing and says one thing: an item or a category, at most one kind of customer, a price or a discount. */
function choiceFindings(row: PolicyFacts['row']): WordedFinding[] {
  const findings: WordedFinding[] = []
  if (!isGiven(row['item']) && !isGiven(row['itemCategory']))
    findings.push(wrong('item', '请指定物料或物料分类', 'Name an item or an item category'))
  if (isGiven(row['item']) && isGiven(row['itemCategory']))
    findings.push(wrong('itemCategory', '物料与物料分类只能选一', 'Name an item or an item category, not both'))
  if (isGiven(row['customer']) && isGiven(row['customerCategory']))
    findings.push(wrong('customerCategory', '客户与客户类别只能选一', 'Name a customer or a customer category, not both'))
  if (isGiven(row['price']) === isGiven(row['discountRate']))
    findings.push(wrong('price', '价格与折扣率须填且只填一项', 'Set a price or a discount, exactly one of them', 'price xor discountRate'))
  return findings
}

/**
 * Whether a price policy row may be saved. It names an item or an item category (else it would price everything), sets a price or a
 * discount but not both, ends after it begins, and is not the twin of another row, since nobody could say which of the two wins.
 */
export function decidePolicy(facts: PolicyFacts): WordedFinding[] {
  const { row, twin } = facts
  const findings = [...scopeFindings(facts), ...figureFindings(row), ...choiceFindings(row)]
  const [from, to] = [row['validFrom'], row['validTo']]
  if (isGiven(from) && isGiven(to) && String(to) < String(from)) {
    findings.push({ code: 'INVALID_PERIOD', path: 'validTo', facts: { from, to } })
  }
  if (twin !== null) {
    const figures = { minQty: Number(row['minQty'] ?? 0), validFrom: from || null, priority: Number(row['priority'] ?? 0) }
    findings.push({
      code: 'POLICY_AMBIGUOUS',
      path: 'priority',
      facts: { policy: twin, ...figures },
      remedy: { action: 'changePriority' },
    })
  }
  return findings
}
