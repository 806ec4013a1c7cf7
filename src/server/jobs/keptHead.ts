import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'

import type { PayloadRequest } from 'payload'

import { env } from '@/src/env/env'
import { bookOf, headOfChain, type KeptHead, standsInChain } from '@/src/ledger/auditChain'

/*
 * The end of the audit log's chain, kept beside the database and not in it: whoever owns the database can cut off the end of the log and of
 * its chain, or make both anew, but not here.
 */

const isHead = (value: unknown): value is KeptHead =>
  value !== null && typeof value === 'object' && 'seq' in value && 'line' in value && 'hash' in value && typeof value.hash === 'string'

const folder = (): string => path.join(env.DATA_DIR, 'audit-head')
const fileOf = async (req: PayloadRequest): Promise<string> => path.join(folder(), `${await bookOf(req)}.json`)

/** Other books stand in the database from now on, by intent: a backup that was put back. */
export const forgetHeads = (): Promise<void> => rm(folder(), { recursive: true, force: true })

/** The end of the chain as this server last saw it; null before it has seen one. */
export async function keptHead(req: PayloadRequest): Promise<KeptHead | null> {
  const text = await readFile(await fileOf(req), 'utf8').catch(() => null)
  if (text === null) return null
  try {
    const read: unknown = JSON.parse(text)
    return isHead(read) ? read : null
  } catch {
    return null
  }
}

/** Keeps the end of the chain as it is now; false, and the former one stays, where that is not in the chain any more. */
export async function keepHead(req: PayloadRequest): Promise<boolean> {
  const [former, head] = [await keptHead(req), await headOfChain(req)]
  if (former && !(await standsInChain(req, former))) return false
  if (!head || head.hash === former?.hash) return true
  const file = await fileOf(req)
  await mkdir(path.dirname(file), { recursive: true })
  await writeFile(`${file}.new`, JSON.stringify(head))
  await rename(`${file}.new`, file)
  return true
}
