import type { PayloadRequest } from 'payload'

import { findDocuments } from '@/src/engine/documents/findDocuments'
import type { Stored } from '@/src/engine/documents/stored'

import { notify, peopleById } from '../control/notify'

type Loan = Pick<Stored<'deliveries'>, 'id' | 'no' | 'dueBack'>

const dueOf = (loan: Loan): string => String(loan.dueBack).slice(0, 10)
const keyOf = (loan: Loan): string => `loan-due-${loan.id}-${dueOf(loan)}`

/**
 * Reminds the salesperson of lent pieces that are due back and have not all come back, once per delivery and due date. Returns how
 * many were reminded. `today` is a business date.
 */
export async function remindLoans({ req, today }: { req: PayloadRequest; today: string }): Promise<number> {
  const loans = await findDocuments({
    req,
    slug: 'deliveries',
    where: {
      and: [
        { loan: { equals: true } },
        { status: { equals: 'issued' } },
        { returnStatus: { not_equals: 'full' } },
        { dueBack: { less_than_equal: today } },
      ],
    },
    sort: 'id',
    limit: 0,
    overrideAccess: true,
  })
  const told = await alreadyTold(req, loans)
  const late = loans.filter((loan) => !told.has(keyOf(loan)))
  for (const loan of late) {
    const due = dueOf(loan)
    await notify({
      req,
      people: await peopleById(req, [loan.salesperson, loan.preparedBy]),
      kind: 'loanDue',
      key: keyOf(loan),
      related: { slug: 'deliveries', id: loan.id },
      title: { zh: `借出样品 ${loan.no} 应归还`, en: `Lent samples ${loan.no} are due back` },
      text: {
        zh: `发货单 ${loan.no} 借出的样品应于 ${due} 归还，尚未收齐。`,
        en: `The samples lent with delivery ${loan.no} were due back on ${due} and have not all come back.`,
      },
    })
  }
  return late.length
}

/** The mails of earlier days, by the event they told. */
async function alreadyTold(req: PayloadRequest, loans: readonly Loan[]): Promise<Set<string>> {
  if (loans.length === 0) return new Set()
  const docs = await findDocuments({
    req,
    slug: 'outbox',
    where: { and: [{ relatedSlug: { equals: 'deliveries' } }, { relatedId: { in: loans.map(({ id }) => id) } }] },
    limit: 0,
    overrideAccess: true,
  })
  // a mail's key is the event and the person
  return new Set(docs.map(({ key }) => key.replace(/-\d+$/, '')))
}
