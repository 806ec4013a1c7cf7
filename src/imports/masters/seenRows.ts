import { hash } from 'node:crypto'

const emptyTables = (places: number) => ({
  /** eight bytes of a digest each: two different keys in a million rows are taken for one once in forty million files */
  keys: new Uint32Array(places * 2),
  said: new Uint32Array(places * 2),
  rows: new Uint32Array(places),
})

function digestOf(text: string): readonly [number, number] {
  const digest = hash('sha1', text, 'hex')
  return [Number.parseInt(digest.slice(0, 8), 16), Number.parseInt(digest.slice(8, 16), 16)]
}

/** Which row of a file told of something first, and whether it said the same: twenty bytes a row, whatever the rows say. */
export class SeenRows {
  private tables = emptyTables(1024)
  private count = 0

  /** The first time null, and noted; else the row that told of it first, and whether this one says the same. */
  note(key: string, said: string, row: number): { row: number; same: boolean } | null {
    if (this.count * 2 >= this.tables.rows.length) this.grow()
    const [own, content] = [digestOf(key), digestOf(said)]
    const at = this.placeOf(own)
    const { keys, said: kept, rows } = this.tables
    const known = rows[at] ?? 0
    if (known > 0) return { row: known, same: kept[at * 2] === content[0] && kept[at * 2 + 1] === content[1] }
    ;[keys[at * 2], keys[at * 2 + 1], kept[at * 2], kept[at * 2 + 1], rows[at]] = [...own, ...content, row]
    this.count += 1
    return null
  }

  private placeOf([first, second]: readonly [number, number]): number {
    const { keys, rows } = this.tables
    let at = first % rows.length
    while (rows[at] !== 0 && (keys[at * 2] !== first || keys[at * 2 + 1] !== second)) at = (at + 1) % rows.length
    return at
  }

  private grow(): void {
    const { keys, said, rows } = this.tables
    this.tables = emptyTables(rows.length * 2)
    rows.forEach((row, at) => {
      if (row === 0) return
      const to = this.placeOf([keys[at * 2] ?? 0, keys[at * 2 + 1] ?? 0])
      this.tables.keys.set(keys.subarray(at * 2, at * 2 + 2), to * 2)
      this.tables.said.set(said.subarray(at * 2, at * 2 + 2), to * 2)
      this.tables.rows[to] = row
    })
  }
}
