import { d, type Decimal } from '@/src/domain/kernel/decimal'
import { type Freight, freightGross } from '@/src/domain/pricing/freight'

import type { Group, GroupContext } from './groupedKind'

type Totals = Freight & { netTotal: number; grossTotal: number; lines: readonly unknown[] }

/**
 * A total the file says of a document is what its lines come to, with tax or without, with freight or without: half a cent a line may lie
 * between them, since every line of ours is rounded. A document for which that is not so is told, and nothing of the file comes in.
 */
export function checkTotal({ wrong }: Pick<GroupContext, 'wrong'>, { head, rows, no }: Group, doc: Totals): void {
  const said = head['documentTotal']
  if (said === undefined) return
  const told = d(Number(said)).abs()
  const freight = freightGross(doc)
  const ways: Decimal[] = [
    d(doc.grossTotal),
    d(doc.netTotal),
    d(doc.grossTotal).minus(freight),
    d(doc.netTotal).minus(d(doc.freightNet ?? 0)),
  ]
  const most = d(doc.lines.length + 1).times(0.005)
  if (ways.some((sum) => sum.abs().minus(told).abs().lte(most))) return
  wrong(
    rows[0]?.row ?? 0,
    'documentTotal',
    `${no} 的各行合计为 ${String(doc.grossTotal)}（无税 ${String(doc.netTotal)}），与 ${String(told)} 不符`,
    `The lines of ${no} come to ${String(doc.grossTotal)} (${String(doc.netTotal)} without tax), not to ${String(told)}`,
  )
}
