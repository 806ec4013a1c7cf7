import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/*
 * A landed migration has run on somebody's books, so it never changes again. `landed.sha256` beside the migrations holds the hash of each
 * of their files, as `sha256sum` writes it. `npm run generate` enters what is new; `npm run check` says what is no longer what it was.
 */
type Hashes = Readonly<Record<string, string>>

const listOf = (folder: string): string => path.join(folder, 'landed.sha256')

const landed = (folder: string): Hashes =>
  Object.fromEntries(
    readFileSync(listOf(folder), 'utf8')
      .split('\n')
      .map((line) => line.split(/ +/))
      .flatMap(([hash, file]) => (hash && file ? [[file, hash]] : [])),
  )

const hashed = (folder: string): Hashes =>
  Object.fromEntries(
    readdirSync(folder)
      .filter((file) => /^\d.*\.(ts|json)$/.test(file))
      .sort()
      .map((file) => [
        file,
        createHash('sha256')
          .update(readFileSync(path.join(folder, file)))
          .digest('hex'),
      ]),
  )

/** How many files of migrations have landed. */
export const landedMigrations = (folder: string): number => Object.keys(landed(folder)).length

/** Enters the migrations that are not in the list yet. What is in it stays as it is. Returns their names. */
export function enterMigrations(folder: string): string[] {
  const known = landed(folder)
  const there = hashed(folder)
  const added = Object.keys(there).filter((file) => !(file in known))
  const all = { ...there, ...known }
  const lines = Object.keys(all)
    .sort()
    .map((file) => `${all[file]}  ${file}\n`)
  if (added.length > 0) writeFileSync(listOf(folder), lines.join(''))
  return added
}

/** One line for each migration that is not as it landed, is gone, or has not been entered. */
export function changedMigrations(folder: string): string[] {
  const known = landed(folder)
  const there = hashed(folder)
  const remedy =
    'a landed migration never changes, write another one; if this one has not landed yet, take landed.sha256 and index.ts of the main branch and run `npm run generate`'
  const told = (file: string): string | null => {
    if (!(file in there)) return `${file} has landed and is gone: ${remedy}`
    if (!(file in known)) return `${file} is not entered in landed.sha256: run \`npm run generate\``
    return known[file] === there[file] ? null : `${file} has changed since it landed: ${remedy}`
  }
  return [...new Set([...Object.keys(known), ...Object.keys(there)])]
    .sort()
    .map(told)
    .filter((line) => line !== null)
}
