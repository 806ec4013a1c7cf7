import { env } from '@/src/env/env'

import { addressOf, ForbiddenAddress } from './publicAddress'

/** Why an address may not be called, or null. A name that is not known at the moment may be one day; it is looked at with every call. */
export async function forbiddenTarget(target: string): Promise<string | null> {
  if (!URL.canParse(target)) return 'https://…'
  return addressOf(new URL(target), env.WEBHOOK_ADDRESSES ?? []).then(
    () => null,
    (reason: unknown) => (reason instanceof ForbiddenAddress ? reason.message : null),
  )
}
