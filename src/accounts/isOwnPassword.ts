import { APIError, type PayloadRequest } from 'payload'

import { lastPasswords } from '@/src/db/accounts/passwords'
import { countTry } from '@/src/db/tries'
import { languageOf } from '@/src/engine/refusal'

import { isPassword } from './storedPassword'

const tooMany = {
  zh: (seconds: number) => `尝试次数过多，请 ${seconds} 秒后再试`,
  en: (seconds: number) => `Too many attempts, please wait ${seconds} seconds`,
} as const

/** Whether whoever sits at a session knows the password of its account. Guessing it there is as slow as at the log-in. */
export async function isOwnPassword(req: PayloadRequest, user: number, given: unknown): Promise<boolean> {
  if (typeof given !== 'string' || given === '') return false
  const wait = await countTry({ payload: req.payload, limit: { name: 'own-password', most: 10, seconds: 300 }, of: String(user) })
  if (wait > 0) throw new APIError(tooMany[languageOf(req)](wait), 429, undefined, true)
  const [kept] = await lastPasswords({ req, user, most: 1 })
  return kept !== undefined && isPassword(given, kept)
}
