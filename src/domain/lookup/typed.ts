/** Full-width letters, digits and spaces as plain ones, lower case, single spaces: how typed and stored text are compared. */
export const folded = (text: string): string =>
  isPlain.test(text) ? text.toLowerCase() : text.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, ' ').trim()

/** A word of the screen as it is compared with what somebody writes for it: case, width of signs and blanks aside. */
export const plainWord = (text: string): string => folded(text).replaceAll(' ', '')

/** Letters, figures and signs of every day: only capitals are changed about them. */
const isPlain = /^[!-~\u4e00-\u9fff]*$/

/** A code without the signs that people leave out when they type it: `GZK-2000-QS` is found as `gzk2000qs` too. */
export const bare = (code: string): string => code.replaceAll(/[^\p{L}\p{N}]/gu, '')

const most = 6

/**
 * The words of what somebody typed, each of which a record must have: parted at spaces and between Chinese and other writing, so that
 * 工字扣20 asks for 工字扣 and 20. More words than a handful add nothing.
 */
export const wordsTyped = (text: string): string[] =>
  folded(text)
    .split(' ')
    .flatMap((part) => part.match(/\p{Script=Han}+|[^\p{Script=Han}]+/gu) ?? [])
    .map((word) => word.replaceAll(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''))
    .filter((word) => word !== '')
    .slice(0, most)
