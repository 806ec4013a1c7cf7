export type Named = { zh: string; en: string }

type Common = { name: string; label: Named; required: boolean; hint?: Named }

/** A column the person fills in for a row; `from` names the figure of the row that is proposed. */
export type AskColumn = {
  name: string
  label: Named
  kind: 'number' | 'text' | 'date' | 'choice'
  options?: ReadonlyArray<{ value: string; label: Named }>
  from?: string
}

/** What happens when nothing is typed, and what may be taken with a click: addresses one by one, or a text to begin with. */
type Offers = { instead?: string; offers?: ReadonlyArray<{ value: string; label: string }>; several?: boolean }

/**
 * What a verb asks of the person before it is called; the admin's dialog is made from it, and the answer goes into the
 * body of the verb under `name`.
 *
 * `lines` is a table to choose from: the document's own lines, or the `rows` of GET `/api` + `from` ('{id}' is the
 * document's id). Chosen rows are sent as `[{[key]: row.id, …columns}]`, or as a list of ids when `key` is null. When the
 * person leaves everything as proposed and it is not required, nothing is sent and the verb takes its own default.
 */
export type Ask =
  | (Common & { kind: 'text' | 'longText' | 'number' | 'date'; initial?: string | number } & Offers)
  | (Common & { kind: 'record'; of: string })
  /** something the person must tick to go on */
  | (Common & { kind: 'check' })
  | (Common & { kind: 'choice'; options: ReadonlyArray<{ value: string; label: Named }>; initial?: string })
  | (Common & {
      kind: 'lines'
      key: string | null
      from?: string
      show: ReadonlyArray<{ name: string; label: Named; figure?: boolean }>
      columns: readonly AskColumn[]
    })
