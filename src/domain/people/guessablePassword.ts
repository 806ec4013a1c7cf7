/** Shorter passwords are guessed. A sentence is as good as a riddle: what counts is length. */
export const shortestPassword = 12

const rows = ['abcdefghijklmnopqrstuvwxyz', '01234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm', 'qwertzuiop', '1qaz2wsx3edc4rfv5tgb6yhn']
const everybodys = ['password', 'passwort', 'welcome', 'letmein', 'iloveyou', 'administrator', 'changeme', 'gendan', 'mima', 'woaini', 'dragon', 'monkey', 'football', 'baseball', 'sunshine', 'princess', 'master', 'qwerty'] // prettier-ignore

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

const wordsOf = (texts: readonly string[]): string[] =>
  texts.flatMap((text) => text.toLowerCase().split(/[^\p{L}\p{N}]+/u)).filter((word) => [...word].length >= 4)

/**
 * Why a password is guessed, or null: too short, few signs, one piece repeated, a run of the keyboard, a word everybody takes or one of the
 * person's own (name, e-mail) with little more around it.
 */
export function guessable(password: string, own: readonly string[] = []): 'short' | 'repeats' | 'run' | 'word' | null {
  const signs = [...password]
  if (signs.length < shortestPassword) return 'short'
  const text = password.toLowerCase()
  if (new Set(text).size < 5 || repeats(text)) return 'repeats'
  if (text.length - inRuns(text) < 6) return 'run'
  const letters = text.replaceAll('@', 'a').replaceAll('0', 'o').replaceAll('$', 's').replaceAll('3', 'e').replaceAll('!', 'i')
  const left = [...everybodys, ...wordsOf(own)].reduce(
    (rest, word) =>
      rest.text.includes(word) || rest.plain.includes(word)
        ? { text: rest.text.replaceAll(word, ''), plain: rest.plain.replaceAll(word, '') }
        : rest,
    { text: letters, plain: text },
  )
  const remains = Math.min(left.text.length, left.plain.length)
  return remains < text.length && remains - inRuns(left.plain) < 8 ? 'word' : null
}
