import type { PayloadRequest } from 'payload'

import { workOf } from '@/src/engine/operation'

/** Somebody tries to log in by this name. It stands until he is let in, or until the refusal is on record. */
export function noteTry(req: PayloadRequest, account: string): void {
  const { account: inHand } = workOf(req)
  inHand.loginsTried = [...(inHand.loginsTried ?? []), account]
}

/** Who tried last has been let in. */
export const noteEntry = (req: PayloadRequest): void => void workOf(req).account.loginsTried?.pop()

/** The name behind the oldest try nobody has told of; undefined: none. Refusals are told in the order of the tries. */
export const oldestTry = (req: PayloadRequest): string | undefined => workOf(req).account.loginsTried?.[0]

export const forgetTry = (req: PayloadRequest): void => void workOf(req).account.loginsTried?.shift()
