/** A column of a grid as the browser needs it: what its field is called, how its cells are read, shown and filled. */
export type GridColumn = {
  name: string
  label: { zh: string; en: string }
  kind: 'record' | 'figure' | 'amount' | 'text' | 'choice' | 'check' | 'date' | 'schedule' | 'flags' | 'breaks'
  /** the kind of record that is looked up */
  of?: string
  options?: ReadonlyArray<{ value: string; label: { zh: string; en: string } }>
  /** decimals at most */
  scale?: number
  readOnly?: boolean
  required?: boolean
  /** shown only while this field of the document has this value */
  when?: { field: 'kind'; is: string }
}
