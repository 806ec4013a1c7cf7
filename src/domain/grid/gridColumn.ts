/** A column of a grid as the browser needs it: what its field is called, how its cells are read, shown and filled. */
export type GridColumn = {
  name: string
  label: { zh: string; en: string }
  kind: 'record' | 'figure' | 'amount' | 'text' | 'choice' | 'check' | 'date' | 'schedule' | 'flags' | 'breaks' | 'feature'
  /** the kind of record that is looked up */
  of?: string
  /** whoever the document is for has codes of his own for it */
  hasOwnCodes?: boolean
  options?: ReadonlyArray<{ value: string; label: { zh: string; en: string } }>
  /** decimals at most */
  scale?: number
  readOnly?: boolean
  required?: boolean
  /** shown only while this field of the document has this value */
  when?: { field: string; is: string }
  /** what a check answers stands in the cell: always, or while something can be typed beside it */
  told?: 'always' | 'whileTyping'
  /** what the house would fill into an empty cell stands there pale */
  isProposed?: boolean
  /** other heads the column has in spreadsheets */
  alsoCalled?: readonly string[]
  width?: string
}
