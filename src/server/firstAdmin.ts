import { createLocalReq, type Payload } from 'payload'

import { env } from '@/src/env/env'

/** With empty books the administrator of ADMIN_EMAIL is made. Says so when there is neither a user nor a name for one. */
export async function ensureFirstAdmin({ payload }: { payload: Payload }): Promise<void> {
  const users = () => payload.count({ collection: 'users', overrideAccess: true })
  if ((await users()).totalDocs > 0) return
  if (!env.ADMIN_EMAIL || !env.ADMIN_PASSWORD) {
    payload.logger.warn({ msg: 'There are no users yet: start with ADMIN_EMAIL and ADMIN_PASSWORD to name the first administrator' })
    return
  }
  const req = await createLocalReq({}, payload)
  const data = {
    email: env.ADMIN_EMAIL,
    password: env.ADMIN_PASSWORD,
    name: env.ADMIN_EMAIL.split('@')[0] ?? 'admin',
    roles: ['admin' as const],
    language: 'zh' as const,
  }
  const made = payload.create({ collection: 'users', data, depth: 0, overrideAccess: true, req })
  await made.then(
    () => payload.logger.info({ msg: `The first administrator is ${data.email}` }),
    async (error: unknown) => {
      if ((await users()).totalDocs === 0) throw error // otherwise another server, starting with us, was first
    },
  )
}
