const between = '¦'

/**
 * Words by their names as one text: in a page each word would bring its quotation marks, escaped. null where it cannot be told so: a name with a
 * space, a word with the sign that stands between them.
 */
export function oneText(words: ReadonlyArray<readonly [string, string]>): string | null {
  if (words.some(([name, word]) => name.includes(' ') || `${name}${word}`.includes(between))) return null
  return words.map(([name, word]) => `${name} ${word}`).join(between)
}

export const wordsOf = (text: string): Array<[string, string]> =>
  text === ''
    ? []
    : text.split(between).map((each) => {
        const at = each.indexOf(' ')
        return [each.slice(0, at), each.slice(at + 1)]
      })
