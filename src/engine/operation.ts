import type { PayloadRequest } from 'payload'

import type { CreditAlarm } from '@/src/domain/credit/release'
import type { Finding } from '@/src/domain/kernel/decision'

import type { LockedDocument } from '@/src/ledger/locks'

import type { AnyDocument, AnyOutcome } from './document'
import type { WeighedLine } from './guards/weighedLine'
import type { PostingPlan } from './posting/plan'
import type { HeldRows } from './rows/held'
import type { Settings } from './houseSettings'

/** All alarms of the document; `released` when somebody has released every one of them for what it asks now. */
export type CreditVerdict = { alarms: CreditAlarm[]; amount: string; released: boolean }

/** One write of one document on its way from the click to the books: what was asked for, and what came of it. */
export type Operation = {
  slug: string
  id: number | null
  verb: string
  body: Record<string, unknown>
  /** Its moment: every rule of one write sees the same clock. */
  now: { instant: string; date: string }
  /** What its lock said of it; null for a new one. */
  locked: LockedDocument | null
  /** As stored, read after the lock; null for a new one, and until its write has begun. */
  stored: AnyDocument | null
  findings: Finding[]
  /** Its lines, which go past Payload; absent where Payload sees to them. */
  rows?: HeldRows
  /** True when preparing ended before there was a document that could be booked. */
  incomplete?: boolean
  plan?: PostingPlan
  outcome?: AnyOutcome
  /** What the credit check found; absent when this step does not check credit. */
  credit?: CreditVerdict
  /** True when nobody reads what the write answers: whoever took the step reads it again as the person may see it. */
  unanswered?: boolean
  /** Lines below their minimum price that nobody has released; set by the check in release mode. */
  priceBreaches?: WeighedLine[]
}

/** What has been found out about an account on the way: each of these is decided in one hook and answered for in a later one. */
type AccountInHand = {
  /** The names somebody tries to log in with, oldest first (GraphQL takes several), less those let in: whoever records that it failed knows whom it was about. */
  loginsTried?: string[]
  /** True when he showed his second factor at this login. */
  factorShown?: boolean
  /** The user whose new password has been judged; it ends his sessions in the change itself. */
  passwordSetFor?: number
  /** True when the new account gets a password nobody knows. */
  isInvited?: boolean
  /** The user whose keys end with his sessions, once the change is written. */
  keysEnd?: number
  /** Why his sessions end, and how many were open. */
  sessionsEnd?: { why: 'password' | 'roles' | 'ACCOUNT_DISABLED'; count: number }
}

/** What the writes of one request share. */
type Work = {
  /** The documents being written, each inside the one before. */
  inHand: Operation[]
  /** Opened by the engine; the hooks of their own document take them up. */
  handed: Operation[]
  account: AccountInHand
  settings?: Settings
  /** The moment a story tells of, as an instant; absent: it happens now. */
  toldAt?: string
  /** Done for the house, not by the person: editors are not asked for. */
  forHouse: boolean
  /** Nothing of it will be kept: the document is only judged. */
  checking: boolean
  /** Somebody says how far related records are to be read: then Payload reads the lines, too. */
  populateAsked?: boolean
  /** The row of a file that is being taken in: what is refused is told about it. */
  importRow?: number
  /** Opening balances come in: what they are of happened before the books were opened. */
  opening?: boolean
  /** Written down for somebody outside, who is refused nothing by our guards: what they find is kept with the document. */
  takenDown?: boolean
}

/*
 * Payload passes nothing from the caller of a write to its hooks but `req`, and copies `req.context` on the way: one key of it
 * holds one object, which every copy shares.
 */
const key = 'work'

export function workOf(req: Pick<PayloadRequest, 'context'>): Work {
  const known = req.context[key]
  if (known) return known as Work
  const work: Work = { inHand: [], handed: [], account: {}, forHouse: false, checking: false }
  req.context[key] = work
  return work
}

/** A try of the outermost frame begins with nothing in hand: what an earlier try left behind was rolled back with it. */
export function beginAfresh(req: PayloadRequest): void {
  const { settings: _read, ...kept } = workOf(req)
  req.context[key] = { ...kept, inHand: [], handed: [] } satisfies Work
}

const isOn = (operation: Operation, slug: string, id: number | null): boolean => operation.slug === slug && operation.id === id

/** Hands an opened operation to the hooks of the write that follows. */
export const handOver = (req: PayloadRequest, operation: Operation): void => void workOf(req).handed.push(operation)

/** The operation that was opened for this write, if the engine itself began it. */
export function takeOver(req: PayloadRequest, slug: string, id: number | null): Operation | undefined {
  const { handed } = workOf(req)
  const index = handed.findLastIndex((operation) => isOn(operation, slug, id))
  return index < 0 ? undefined : handed.splice(index, 1)[0]
}

export const beginOperation = (req: PayloadRequest, operation: Operation): void => void workOf(req).inHand.push(operation)

/** The innermost operation on this kind of document. Throws when there is none: no write goes round the engine. */
export function currentOperation(req: PayloadRequest, slug: string): Operation {
  const operation = workOf(req).inHand.at(-1)
  if (!operation || operation.slug !== slug) throw new Error(`A write of ${slug} went round the engine`)
  return operation
}

/** The operation that is over now; none when this kind of document was not in hand. */
export function endOperation(req: PayloadRequest, slug: string): Operation | undefined {
  const { inHand } = workOf(req)
  return inHand.at(-1)?.slug === slug ? inHand.pop() : undefined
}

/**
 * Writes that follow from what a person did, but are not his own act (the approved order opens a work order of engineering): done in
 * his name in the history, without asking whether the document's editors include him.
 */
export async function forTheHouse<Result>(req: PayloadRequest, work: () => Promise<Result>): Promise<Result> {
  const shared = workOf(req)
  const before = shared.forHouse
  shared.forHouse = true
  try {
    return await work()
  } finally {
    shared.forHouse = before
  }
}

/**
 * What somebody outside has asked for is written down as a draft: stock, credit and minimum price are judged as ever, but what they find is
 * kept with the draft for the house, and neither refuses him nor is told to him.
 */
export async function takenDown<Result>(req: PayloadRequest, work: () => Promise<Result>): Promise<Result> {
  const shared = workOf(req)
  shared.takenDown = true
  try {
    return await work()
  } finally {
    shared.takenDown = false
  }
}

export const isTakenDown = (req: PayloadRequest): boolean => workOf(req).takenDown === true

export const actsForHouse = (req: PayloadRequest): boolean => workOf(req).forHouse

/** Everything this request does is judged and not kept. */
export const onlyCheck = (req: PayloadRequest): void => void (workOf(req).checking = true)

export const isOnlyChecked = (req: PayloadRequest): boolean => workOf(req).checking

/** The document as it was stored before the write in hand; null for a new one, and where nothing of this kind is in hand. */
export function storedBefore(req: PayloadRequest, slug: string): AnyDocument | null {
  const operation = workOf(req).inHand.at(-1)
  return operation?.slug === slug ? operation.stored : null
}
