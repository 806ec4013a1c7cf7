import type { ClientBase } from 'pg'

type Statement = { text: string; values: readonly unknown[] }
type Row = Record<string, string | number | boolean | null>

/** Reads for a report through one connection, as the server's read-only reader gives them: figures as exact text. */
export function readerOf(client: ClientBase): {
  rows: (statement: Statement) => Promise<Row[]>
  batches: (statement: Statement) => AsyncGenerator<Row[]>
} {
  const rows = async ({ text, values }: Statement): Promise<Row[]> => (await client.query<Row>(text, [...values])).rows
  return {
    rows,
    batches: async function* (statement) {
      yield await rows(statement)
    },
  }
}
