import { existsSync } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'

/*
 * Uploaded files of a backup are written beside the folder of uploads and take its place when they are all there.
 */
const draftOf = (uploads: string): string => `${uploads}.restoring`
const formerOf = (uploads: string): string => `${uploads}.before`

/** An empty folder for the files to come. */
export async function emptyDraft(uploads: string): Promise<string> {
  await rm(draftOf(uploads), { recursive: true, force: true })
  await mkdir(draftOf(uploads), { recursive: true })
  return draftOf(uploads)
}

/** The new files take the place of the former ones, which stay aside until `dropFormer`. */
export async function swapFiles(uploads: string): Promise<void> {
  if (existsSync(uploads) && !existsSync(formerOf(uploads))) await rename(uploads, formerOf(uploads))
  else await rm(uploads, { recursive: true, force: true })
  await rename(draftOf(uploads), uploads)
}

/** The former files again, where they had been put aside. */
export async function backToFormer(uploads: string): Promise<void> {
  await rm(draftOf(uploads), { recursive: true, force: true })
  if (!existsSync(formerOf(uploads))) return
  await rm(uploads, { recursive: true, force: true })
  await rename(formerOf(uploads), uploads)
}

export const dropFormer = (uploads: string): Promise<void> => rm(formerOf(uploads), { recursive: true, force: true })
