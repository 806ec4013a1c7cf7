export type WrittenInstalment = { percent: number; days: number }

const one = /^(\d+(?:\.\d+)?)%?[/:@](\d+)(?:天|日|days?|d)?$/i

/** Instalments as people write them in one cell: 30%/0, 70%/30, in full width too, the days with their word. Null where any part says something else. */
export function readInstalments(text: string): WrittenInstalment[] | null {
  const parts = text.normalize('NFKC').replaceAll(/[^\S\n]/g, '').split(/[,;、\n]/) // prettier-ignore
  const read = parts.map((part) => one.exec(part))
  if (read.some((found) => found === null)) return null
  return read.map((found) => ({ percent: Number(found?.[1]), days: Number(found?.[2]) }))
}
