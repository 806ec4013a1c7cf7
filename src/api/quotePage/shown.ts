const figures = (least: number, most: number) => {
  const format = new Intl.NumberFormat('en-US', { minimumFractionDigits: least, maximumFractionDigits: most })
  return (value: number): string => format.format(value)
}

/** Stored values are rounded already; these only show them. */
export const amount = figures(2, 2)
export const unitPrice = figures(2, 6)
export const quantity = figures(0, 4)
/** As a form field wants it: no groups. */
export const plain = (value: number): string => String(value)
