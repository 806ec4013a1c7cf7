import { pinyin } from 'pinyin-pro'

import { bare, folded } from '@/src/domain/lookup/typed'

/** Longer runs of Chinese are found by their first signs, longer words by their first letters. */
const mostSigns = 24
const mostLetters = 60

const pieces = (text: string): string[] => folded(text).match(/\p{Script=Han}+|[^\p{Script=Han}\s]+/gu) ?? []

/** Letters and figures alone: there is one way to write it. */
const isBare = /^[a-z0-9]+$/
const isChinese = (piece: string): boolean => /^\p{Script=Han}/u.test(piece)

/** Names say the same few thousand things over and over; what came first gives way. */
const mostKept = 5000
const kept = new Map<string, readonly string[]>()

/** 工字扣 from every sign on: as written, by the first letters of its sounds (gzk) and by its sounds (gongzikou). */
function wordsOfChinese(piece: string): readonly string[] {
  const known = kept.get(piece)
  if (known) return known
  const signs = [...piece].slice(0, mostSigns)
  const sounds = pinyin(signs.join(''), { toneType: 'none', type: 'array', v: true })
  const words = signs.flatMap((_, from) => {
    const heard = sounds.slice(from)
    return [signs.slice(from).join(''), heard.map((sound) => sound[0]).join(''), heard.join('')]
  })
  const [oldest] = kept.keys()
  if (kept.size >= mostKept && oldest !== undefined) kept.delete(oldest)
  kept.set(piece, words)
  return words
}

/** `gzk-2000-qs` as written, without its signs, and from each part on. */
function wordsOfCode(piece: string): readonly string[] {
  if (isBare.test(piece)) return [piece]
  const parts = piece.split(/[^\p{L}\p{N}.]+/u).filter(Boolean)
  return [piece, bare(piece), ...parts.flatMap((_, from) => [parts.slice(from).join('-'), parts.slice(from).join('')])]
}

/** Everything a record may be found by, each word from its beginning: what is stored beside it whenever it is saved. */
export function searchWords(texts: ReadonlyArray<string | null | undefined>): string[] {
  const words = new Set<string>()
  for (const text of texts)
    for (const piece of pieces(text ?? ''))
      for (const word of isChinese(piece) ? wordsOfChinese(piece) : wordsOfCode(piece))
        if (word !== '') words.add(word.slice(0, mostLetters))
  return [...words]
}
