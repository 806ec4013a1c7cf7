/** Shorter passwords are guessed. A sentence is as good as a riddle: what counts is length. */
export const shortestPassword = 12

const rows = ['abcdefghijklmnopqrstuvwxyz', '01234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm', 'qwertzuiop', '1qaz2wsx3edc4rfv5tgb6yhn']

const reversed = (text: string): string => [...text].reverse().join('')
const runs = [...rows, ...rows.map(reversed)]

/** How many signs of a text belong to a run of at least four neighbours on a keyboard or in the alphabet. */
function inRuns(text: string): number {
  let counted = 0
  for (let at = 0; at < text.length;) {
    let length = 0
    while (at + length < text.length && runs.some((run) => run.includes(text.slice(at, at + length + 1)))) length += 1
    if (length >= 4) counted += length
    at += Math.max(1, length >= 4 ? length : 1)
  }
  return counted
}

/** A text that is one piece over and over: `abcabcabcabc`. */
const repeats = (text: string): boolean => `${text}${text}`.indexOf(text, 1) < text.length

const plain = (text: string): string => text.normalize('NFKC').toLowerCase()
const piecesOf = (text: string): string[] => plain(text).split(/[^\p{L}\p{N}]+/u).filter(Boolean) // prettier-ignore
const isHan = (word: string): boolean => /\p{Script=Han}/u.test(word)

/** What companies are called besides their name, and where mails come from: nobody's own. */
const everybodys: ReadonlySet<string> = new Set(['limited', 'company', 'corporation', 'holding', 'holdings', 'group', 'gmbh', 'china', 'mail', 'email', 'example']) // prettier-ignore

/** 宏达五金有限公司 is known as 宏达五金. */
const withoutForm = (word: string): string => word.replace(/(股份|集团|控股)*(有限)?(责任)?公司$/, '')

/** The words by which somebody is known: each of some length, and all of one text without what stands between. */
const ownWords = (own: readonly string[]): string[] =>
  [...new Set(own.flatMap((text) => [...piecesOf(text), piecesOf(text).join('')]).map(withoutForm))].filter(
    (word) => !everybodys.has(word) && !/^\d+$/.test(word) && [...word].length >= (isHan(word) ? 2 : 3),
  )

const asLetters: Readonly<Record<string, string>> = {
  '@': 'a',
  '0': 'o',
  $: 's',
  '3': 'e',
  '1': 'i',
  '!': 'i',
  '4': 'a',
  '5': 's',
  '7': 't',
}

/** A short word counts where it stands alone; a longer one wherever it stands, however it is written (`L1-Fang`). */
function namesOneself(password: string, own: readonly string[]): boolean {
  const text = plain(password)
  const spelled = [...text].map((sign) => asLetters[sign] ?? sign).join('')
  const readings = [text, spelled, piecesOf(text).join(''), piecesOf(spelled).join('')]
  const alone = new Set(text.split(/[^\p{L}]+/u))
  return ownWords(own).some((word) =>
    [...word].length >= 4 || isHan(word) ? readings.some((reading) => reading.includes(word)) : alone.has(word),
  )
}

export type Guessable = 'short' | 'repeats' | 'run' | 'own'

/**
 * Why a password is guessed, or null: too short, few signs, one piece repeated, a run of the keyboard, or one of the words by which its
 * owner is known (`own`: name, e-mail, company). Passwords that everybody takes are known elsewhere (`src/accounts/commonPassword`).
 */
export function guessable(password: string, own: readonly string[] = []): Guessable | null {
  const signs = [...password]
  if (signs.length < shortestPassword) return 'short'
  const text = plain(password)
  if (new Set(text).size < 5 || repeats(text)) return 'repeats'
  if (text.length - inRuns(text) < 6) return 'run'
  return namesOneself(password, own) ? 'own' : null
}
