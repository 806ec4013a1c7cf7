import type { Cell } from './cell'

/** A row of a file as it stands there; the number is the file's own. */
export type SheetRow = { row: number; hidden: boolean; cells: Cell[] }

/** One list of a file: of a workbook the first sheet that holds something. `others` are sheets with content that are not read. */
export type Sheet = { rows: SheetRow[]; hiddenColumns: ReadonlySet<number>; separator: string; others: string[] }

/** The rows of a file in portions, to be walked through as often as needed. */
export type SheetRows = {
  separator: string
  hiddenColumns: ReadonlySet<number>
  others: readonly string[]
  /** of a workbook: the sheet that is read, and all there are with content, in their order */
  name?: string
  names?: readonly string[]
  /** a text that may be written in several ways, as each of them reads it */
  unclear?: string
  portions: () => AsyncIterable<SheetRow[]>
}
