import type { CollectionBeforeChangeHook, CollectionConfig } from 'payload'

import '@/src/usecases'
import { rulesOf } from '@/src/engine/define'
import { contradictingGuards } from '@/src/engine/guards/contradictingGuards'
import type { Words } from '@/src/domain/words/words'
import type { GuardName } from '@/src/engine/guards/runGuard'

import { afterStep } from './afterStep'
import { claimFiles } from './claimFiles'
import { decideDocument } from './decideDocument'
import { decideTogether } from './decideTogether'
import { enforceAvailability } from './enforceAvailability'
import { enforceCreditLimit } from './enforceCreditLimit'
import { enforceMinimumPrice } from './enforceMinimumPrice'
import { creditReleases } from './followers/creditReleases'
import { priceReleases } from './followers/priceReleases'
import { releaseAsked } from './followers/releaseAsked'
import { rounds } from './followers/rounds'
import { sampleItem } from './followers/sampleItem'
import { workOrders } from './followers/workOrders'
import { giveRowsBack } from './giveRowsBack'
import { judgeFields } from './judgeFields'
import { leaveQuotedOpen } from './leaveQuotedOpen'
import { lockDocument } from './lockDocument'
import { refuseForbiddenFields } from './refuseForbiddenFields'
import { postToLedgers } from './postToLedgers'
import { putRowsAside } from './putRowsAside'
import { showLines } from './readLines'
import { recordHistory } from './recordHistory'
import { sealTexts } from './sealTexts'
import { sealTransaction } from './sealTransaction'

const guardHooks: Record<GuardName, CollectionBeforeChangeHook> = {
  minimumPrice: enforceMinimumPrice,
  creditLimit: enforceCreditLimit,
  availability: enforceAvailability,
}

const followers = { creditReleases, priceReleases, releaseAsked, rounds, sampleItem, workOrders }

/** What keeps step with a document, in its own transaction. */
export type FollowerName = keyof typeof followers

/** Whether documents of this kind come from others or lead to others. */
export { hasFlow } from '@/src/engine/define'

export type DocumentMoments = {
  slug: string
  /** What may refuse it, in this order; all refusals are told together. */
  guards?: readonly GuardName[]
  follows?: readonly FollowerName[]
}

/** What lists and screens call a kind of document: as its definition does. */
export function documentLabels(slug: string): { singular: Words; plural: Words } {
  const { zh, en, many } = rulesOf(slug).title
  return { singular: { zh, en }, plural: { zh, en: many } }
}

/**
 * The moments of every business document, from the lock to the seal: the one way into the books; it is cancelled, never deleted. What a collection names and what the
 * rules of its document say must agree, or the start stops.
 */
export function documentHooks({ slug, guards = [], follows = [] }: DocumentMoments): NonNullable<CollectionConfig['hooks']> {
  const problems = contradictingGuards(rulesOf(slug), guards)
  if (problems.length > 0) throw new Error(problems.join('\n'))
  const following = follows.map((name): Follower => followers[name])
  return {
    beforeOperation: [leaveQuotedOpen, lockDocument, refuseForbiddenFields],
    beforeChange: [
      decideDocument,
      ...guards.map((name) => guardHooks[name]),
      decideTogether,
      sealTexts,
      judgeFields,
      ...following.flatMap(({ beforeChange }) => beforeChange ?? []),
      putRowsAside,
    ],
    afterChange: [
      giveRowsBack,
      postToLedgers,
      afterStep,
      ...following.flatMap(({ afterChange }) => afterChange ?? []),
      recordHistory,
      claimFiles,
    ],
    afterRead: [showLines],
    afterOperation: [sealTransaction],
  }
}

type Follower = Pick<NonNullable<CollectionConfig['hooks']>, 'beforeChange' | 'afterChange'>
