/**
 * A text of its own. What is cut out of a longer text keeps all of that in memory for as long as it lives: whoever remembers a cell for the
 * length of an import remembers its file.
 */
export const keptText = (text: string): string => (text.length < 13 ? text : ` ${text}`.slice(1))
