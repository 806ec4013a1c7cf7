/** A row as it is shown: texts, and figures as exact decimal text (rounded when shown, never before). */
export type Row = Record<string, string | number | null>
