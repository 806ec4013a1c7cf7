/** What the server said, as one text. */
export const refusalOf = (refusals: ReadonlyArray<{ message: string }>): string => refusals.map(({ message }) => message).join(' ')
