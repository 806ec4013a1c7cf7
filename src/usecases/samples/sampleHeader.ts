import { z } from 'zod'

import { ownerTakenOver } from '@/src/domain/people/ownerTakenOver'
import type { Person } from '@/src/domain/people/person'

import type { SampleDocument } from './prepareSample'

export const figure = z.number().positive().max(1e9)

export const header = (doc: SampleDocument, actor: Person | null) => ({
  customer: doc.customer,
  ...ownerTakenOver(actor, { salesperson: doc.salesperson, department: doc.department ?? null }),
})
