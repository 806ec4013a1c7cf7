import type { PayloadRequest } from 'payload'

import { type Inheritable, inheritableFields, isEmpty, isInheritable, settleTerms, type Terms } from '@/src/domain/customers/inheritance'
import { idOf } from '@/src/domain/kernel/idOf'
import { categoryPath } from '@/src/ledger/facts/categoryTerms'
import { type FollowedCustomer, followCategory } from '@/src/ledger/followCategory'

import { writeAudits } from '@/src/engine/audit'
import { settingsOf } from '@/src/engine/settings'

type Values = Record<string, unknown>

const fieldOfCredit: Partial<Record<Inheritable, string>> = { creditLimit: 'limit', creditDays: 'days' }
const creditOf = (record: Values): Values => (record['credit'] ?? {}) as Values

/** Where a term stands in the record of a customer. */
export const pathOfTerm = (field: Inheritable): string => (fieldOfCredit[field] ? `credit.${fieldOfCredit[field]}` : field)

const termIn = (record: Values, field: Inheritable): unknown => {
  const inner = fieldOfCredit[field]
  return inner ? creditOf(record)[inner] : record[field]
}

/** What a record says of each term; of one it leaves out, what it said before. */
function termsIn(record: Values, before: Values | null = null): Terms {
  const terms: Partial<Record<Inheritable, unknown>> = {}
  for (const field of inheritableFields) {
    const said = termIn(record, field)
    terms[field] = said === undefined && before ? termIn(before, field) : said
  }
  return terms
}

const listed = (value: unknown): Inheritable[] | undefined => (Array.isArray(value) ? value.filter(isInheritable) : undefined)

const houseTerms = async (req: PayloadRequest): Promise<Terms> => ({
  taxMode: 'inclusive',
  currency: (await settingsOf(req)).company.baseCurrency || 'CNY',
})

/** Completes a customer that is to be saved: what follows its category has what the category says by now. */
export async function settleCustomer(req: PayloadRequest, data: Values, stored: Values | null): Promise<Values> {
  const category = data['category'] === undefined ? idOf(stored?.['category']) : idOf(data['category'])
  const { terms, inherits } = settleTerms({
    stored: stored && { terms: termsIn(stored), inherits: listed(stored['inherits']) ?? [] },
    given: termsIn(data, stored),
    asked: listed(data['inherits']),
    path: category === null ? [] : await categoryPath(req, category),
    house: await houseTerms(req),
  })
  const { creditLimit, creditDays, ...own } = terms
  const credit: Values = { ...(stored ? creditOf(stored) : {}), ...creditOf(data), limit: creditLimit ?? null, days: creditDays ?? null }
  // a limit that comes from the category is kept to, unless it was said that it is not
  if (inherits.includes('creditLimit') && !isEmpty(creditLimit) && isEmpty(credit['control'])) credit['control'] = true
  return Object.assign(data, own, { credit, inherits })
}

const figures: readonly Inheritable[] = ['paymentTerms', 'taxCategory', 'creditLimit', 'creditDays']
const asStored = (field: Inheritable, value: unknown): unknown => (isEmpty(value) ? null : figures.includes(field) ? Number(value) : value)

const changesOf = ({ before, after }: FollowedCustomer) =>
  inheritableFields.flatMap((field) => {
    const [was, is] = [asStored(field, before[field]), asStored(field, after[field])]
    return was === is ? [] : [{ path: pathOfTerm(field), before: was, after: is }]
  })

/** A category was saved: what its customers, and those of the categories below it, take from it follows, each with an entry of its history. */
export async function followChangedCategory(req: PayloadRequest, { id, name }: { id: number; name: string }): Promise<void> {
  const followed = await followCategory(req, id, String((await houseTerms(req)).currency))
  await writeAudits(
    req,
    followed.map((customer) => ({
      slug: 'customers',
      documentId: customer.id,
      no: customer.code,
      verb: 'update',
      version: customer.version,
      changes: changesOf(customer),
      reason: name,
    })),
  )
}
