import { createLocalReq, type Payload } from 'payload'

import { judgePassword } from '@/src/accounts/judgePassword'
import { env, EnvironmentError } from '@/src/env/env'

/**
 * The administrator of ADMIN_EMAIL is made as long as nobody who administers can log in: with empty books, and also when people came in
 * from a file, who have no passwords. Says so when nobody is named.
 */
export async function ensureFirstAdmin({ payload }: { payload: Payload }): Promise<void> {
  const req = await createLocalReq({}, payload)
  const administrators = () =>
    payload.count({
      collection: 'users',
      where: { and: [{ roles: { contains: 'admin' } }, { disabled: { not_equals: true } }, { hash: { exists: true } }] },
      overrideAccess: true,
      req,
    })
  if ((await administrators()).totalDocs > 0) return
  if (!env.ADMIN_EMAIL || !env.ADMIN_PASSWORD) {
    payload.logger.warn({
      msg: 'Nobody who administers can log in yet: start with ADMIN_EMAIL and ADMIN_PASSWORD to name an administrator',
    })
    return
  }
  const [weak] = await judgePassword({ req, password: env.ADMIN_PASSWORD, own: [env.ADMIN_EMAIL], user: null })
  if (weak) throw new EnvironmentError(`ADMIN_PASSWORD is guessed: ${weak.text?.en ?? ''}`)
  const data = { password: env.ADMIN_PASSWORD, roles: ['admin' as const], disabled: false }
  const { docs } = await payload.find({
    collection: 'users',
    where: { email: { equals: env.ADMIN_EMAIL } },
    limit: 1,
    depth: 0,
    overrideAccess: true,
    req,
  })
  const [imported] = docs
  const common = { collection: 'users', depth: 0, overrideAccess: true, req } as const
  const made = imported
    ? payload.update({ ...common, id: imported.id, data: { ...data, roles: [...new Set([...(imported.roles ?? []), 'admin' as const])] } })
    : payload.create({
        ...common,
        data: { ...data, email: env.ADMIN_EMAIL, name: env.ADMIN_EMAIL.split('@')[0] ?? 'admin', language: 'zh' as const },
      })
  await made.then(
    () => payload.logger.info({ msg: `The administrator is ${String(env.ADMIN_EMAIL)}` }),
    async (error: unknown) => {
      if ((await administrators()).totalDocs === 0) throw error // otherwise another server, starting with us, was first
    },
  )
}
