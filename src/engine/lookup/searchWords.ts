import { pinyin } from 'pinyin-pro'

import { bare, folded } from '@/src/domain/lookup/typed'

/** Longer runs of Chinese are found by their first signs, longer words by their first letters. */
const mostSigns = 24
const mostLetters = 60

const pieces = (text: string): string[] => folded(text).match(/\p{Script=Han}+|[^\p{Script=Han}\s]+/gu) ?? []

const isChinese = (piece: string): boolean => /^\p{Script=Han}/u.test(piece)

/** Names of goods say the same few thousand things over and over; what was heard longest ago gives way. */
const mostHeard = 5000
const heardBefore = new Map<string, readonly string[]>()

function soundsOf(signs: string): readonly string[] {
  const known = heardBefore.get(signs)
  if (known) return known
  const sounds = pinyin(signs, { toneType: 'none', type: 'array', v: true })
  const [oldest] = heardBefore.keys()
  if (heardBefore.size >= mostHeard && oldest !== undefined) heardBefore.delete(oldest)
  heardBefore.set(signs, sounds)
  return sounds
}

/** 工字扣 from every sign on: as written, by the first letters of its sounds (gzk) and by its sounds (gongzikou). */
function wordsOfChinese(piece: string): string[] {
  const signs = [...piece].slice(0, mostSigns)
  const sounds = soundsOf(signs.join(''))
  return signs.flatMap((_, from) => {
    const heard = sounds.slice(from)
    return [signs.slice(from).join(''), heard.map((sound) => sound[0]).join(''), heard.join('')]
  })
}

/** `gzk-2000-qs` as written, without its signs, and from each part on. */
function wordsOfCode(piece: string): string[] {
  const parts = piece.split(/[^\p{L}\p{N}.]+/u).filter(Boolean)
  return [piece, bare(piece), ...parts.flatMap((_, from) => [parts.slice(from).join('-'), parts.slice(from).join('')])]
}

/** Everything a record may be found by, each word from its beginning: what is stored beside it whenever it is saved. */
export function searchWords(texts: ReadonlyArray<string | null | undefined>): string[] {
  const words = texts.flatMap((text) =>
    pieces(text ?? '').flatMap((piece) => (isChinese(piece) ? wordsOfChinese(piece) : wordsOfCode(piece))),
  )
  return [...new Set(words.map((word) => word.slice(0, mostLetters)).filter((word) => word !== ''))]
}
