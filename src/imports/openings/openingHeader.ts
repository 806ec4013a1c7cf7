import { currencyCode } from '@/src/domain/kernel/currencyCode'
import { businessDate } from '@/src/domain/kernel/businessDate'
import { dueDate } from '@/src/domain/receivables/dueDate'
import type { SalesHeader } from '@/src/domain/orders/order'
import { filledText } from '@/src/domain/kernel/textOf'
import { actorOf } from '@/src/engine/actor'

import type { Group, GroupContext } from './groupedKind'

const id = (value: unknown): number | null => (value === undefined || value === null ? null : Number(value))

export type OpeningHeader = Omit<SalesHeader, 'id' | 'netTotal' | 'taxTotal' | 'grossTotal'> & { dueDate: string }

/**
 * The head of a document from elsewhere: what the file says, completed from the customer as a new document's would be. Null, and told,
 * when its currency has no rate on that day.
 */
export async function openingHeader(
  { req, masters, wrong, fields, now }: GroupContext,
  { no, head, rows }: Group,
): Promise<OpeningHeader | null> {
  const party = masters.party(Number(head['customer']))
  const payer = masters.party(party.billTo)
  const date = String(head['date'])
  const currency = currencyCode(filledText(head['currency']) ?? party.currency ?? masters.baseCurrency)
  const listed = await masters.rateOf(currency, date)
  const exchangeRate = currency === masters.baseCurrency ? 1 : (id(head['exchangeRate']) ?? listed)
  if (exchangeRate === null) {
    wrong(
      rows[0]?.row ?? 0,
      'currency',
      `${currency} 在 ${date} 没有汇率：请先导入汇率或填写汇率列`,
      `There is no rate of ${currency} for ${date}: import rates first, or fill in the column`,
    )
    return null
  }
  const terms = id(head['paymentTerms']) ?? party.paymentTerms
  const mode = head['taxMode'] ?? fields['taxMode']
  return {
    no,
    date,
    version: 1,
    preparedBy: actorOf(req)?.id ?? null,
    approvedBy: actorOf(req)?.id ?? null,
    approvedAt: now.instant,
    customer: party.id,
    billTo: payer.id,
    salesperson: id(head['salesperson']) ?? party.salesperson,
    department: id(head['department']) ?? party.department,
    currency,
    exchangeRate,
    rateTyped: exchangeRate !== 1 && exchangeRate !== listed,
    invoiceTitle: payer.invoiceTitle,
    taxNo: payer.taxNo,
    bank: payer.bank,
    bankAccount: payer.bankAccount,
    invoiceAddress: payer.invoiceAddress,
    invoicePhone: payer.invoicePhone,
    taxMode: mode === 'inclusive' || mode === 'exclusive' ? mode : party.taxMode,
    region: filledText(head['region']) ?? party.region,
    channel: filledText(head['channel']) ?? party.channel,
    paymentTerms: terms,
    headerDiscount: 0,
    remark: filledText(head['remark']),
    dueDate: filledText(head['dueDate']) ?? dueDate({ terms: masters.termsOf(terms), date: businessDate(date) }),
  }
}

/** What a document says in its head comes from its first row that says it. */
export const headColumnsOf = (...columns: ReadonlyArray<{ name: string }>): string[] => columns.map(({ name }) => name)
