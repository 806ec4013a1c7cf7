import type { PayloadRequest } from 'payload'

import { lockScope } from '@/src/ledger/locks'

/** Of two clerks saving equal rows at the same moment the second waits until the first is done, then finds it and is told its number. */
export const holdPolicyKey = (req: PayloadRequest, policyKey: string): Promise<void> => lockScope(req, policyKey)
