/** A number that stands for none. */
export const unnumbered = '*'

/** empty.customer=C999: what empty cells of a column stand for, and the column itself where the file has none. */
export const emptyCells = (said: Readonly<Record<string, string>>): Record<string, string> => ({
  // rows without a number: what a customer bought on a day is one document
  ...(said['numbers'] === 'customerDay' ? { no: unnumbered } : {}),
  ...Object.fromEntries(
    Object.entries(said).flatMap(([name, value]) =>
      name.startsWith('empty.') && value.trim() !== '' ? [[name.slice('empty.'.length), value.trim()]] : [],
    ),
  ),
})
