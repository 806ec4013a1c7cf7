/**
 * Lists of other systems often say of a document what it says as a whole in its first row only. A row that says nothing of any document goes
 * on with the one above it, and one with the same number takes from it what it leaves out itself.
 */
export function continuing(
  places: ReadonlyArray<{ column: string }>,
  headColumns: readonly string[],
): (cells: Record<string, string>) => void {
  const [key] = headColumns
  const heads = headColumns.filter((name) => places.some(({ column }) => column === name))
  let above: Readonly<Record<string, string>> | null = null
  if (key === undefined || !heads.includes(key)) return () => undefined
  return (cells) => {
    const own = cells[key] ?? ''
    if (above && (own === '' ? heads.every((name) => !cells[name]) : own === above[key]))
      for (const name of heads) if (!cells[name]) cells[name] = above[name] ?? ''
    // a document without a number is one row
    above = cells[key] ? Object.fromEntries(heads.map((name) => [name, cells[name] ?? ''])) : null
  }
}
