import { pbkdf2, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

/** A password as the platform keeps it: PBKDF2 with its name before the hash. */
export type StoredPassword = { salt: string | null; hash: string | null }

const name = 'pbkdf2-sha256-v1:'
const derive = promisify(pbkdf2)

/** What the platform spends on a password. */
export const spendOn = (password: string, salt: string): Promise<Buffer> => derive(password, salt, 600_000, 32, 'sha256')

/** Whether this is the password that is kept. What is kept in another way is none. */
export async function isPassword(password: string, { salt, hash }: StoredPassword): Promise<boolean> {
  if (!salt || !hash?.startsWith(name)) return false
  const kept = Buffer.from(hash.slice(name.length), 'hex')
  const given = await spendOn(password, salt)
  return kept.length === given.length && timingSafeEqual(kept, given)
}
