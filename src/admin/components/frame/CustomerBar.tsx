'use client'

import { useAuth } from '@payloadcms/ui'

import type { Person } from '@/src/domain/people/person'
import { maySee } from '@/src/domain/people/sight'

import { CreditBar } from './CreditBar'
import { LastDocument } from './LastDocument'

type Props = {
  slug: string
  id: number | string | undefined
  customer: number | null
  /** what the document comes to in base currency; null: it is in the books, and so in what the customer owes */
  amount: number | null
  isEntered: boolean
  language: 'zh' | 'en'
}

/**
 * What is told of the customer above the lines. It is asked for by the page, and comes later: on a phone, where each takes a line of its own, the
 * place of what will come is kept, so that no line of the document moves under a thumb.
 */
export const CustomerBar = ({ slug, id, customer, amount, isEntered, language }: Props) => {
  const { user } = useAuth<Person>()
  const lines = [true, maySee(user ?? null, 'creditLimit'), amount !== null, isEntered].filter(Boolean).length
  return (
    <div className={customer === null ? 'customer-bar' : `customer-bar has-${lines}`}>
      <CreditBar customer={customer} document={id ? `${slug}/${id}` : null} amount={amount ?? 0} language={language} />
      {isEntered && <LastDocument slug={slug} id={id} customer={customer} language={language} />}
    </div>
  )
}
