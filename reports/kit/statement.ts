/** One SELECT with its values; the text holds only what the report's author wrote, everything a person gave is a value. */
export type Statement = { text: string; values: readonly unknown[] }

/** Whose documents a person sees. `none`: no role, no rows. */
export type Scope =
  { kind: 'all' } | { kind: 'none' } | { kind: 'own'; userId: number } | { kind: 'department'; userId: number; departmentId: number | null }

/**
 * What a report's SELECT is asked. `limit`: as many rows as are shown; totals are of all. Not `proven`: nobody looks at the control
 * figure, it may stay unknown. `only`: nor at other columns than these, what they cost may be saved.
 */
export type Asked<Params> = {
  params: Params
  scope: Scope
  today: string
  limit?: number | undefined
  proven?: boolean
  only?: ReadonlySet<string> | undefined
}

/** The same with the places whose goods the person sees (null = all) and his roles, which say what documents he may read. */
export type AskedAt<Params> = Asked<Params> & { warehouses: readonly number[] | null; roles: readonly string[] }

/** What a report knows of the person asking (`warehouses`: those he is limited to, null = not limited): rights decided elsewhere, in one place for lists, reports and exports. */
export type Viewer = {
  scope: Scope
  seeCost: boolean
  seeCreditLimit: boolean
  seeMinimumPrice: boolean
  seePrices: boolean
  warehouses: readonly number[] | null
  roles: readonly string[]
}

/** Reads of one consistent, read-only moment of the database; the server supplies it. Figures come as exact decimal text. */
export type Reader = {
  rows: (statement: Statement) => Promise<SourceRow[]>
  /** The same rows in portions, so that memory does not grow with their number. */
  batches: (statement: Statement, size: number) => AsyncIterable<SourceRow[]>
}

export type SourceValue = string | number | boolean | null
export type SourceRow = Record<string, SourceValue>
