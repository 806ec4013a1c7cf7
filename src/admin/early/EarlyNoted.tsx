import { headers } from 'next/headers'

import { EarlyScript } from './EarlyScript'

/** The first that runs on a page, under the one name its scripts may run by. */
export const EarlyNoted = async () => {
  const nonce = /'nonce-([^']+)'/.exec((await headers()).get('content-security-policy') ?? '')?.[1]
  return <EarlyScript nonce={nonce} />
}
