import type { Finding } from '@/src/domain/kernel/decision'
import { toNumber } from '@/src/domain/kernel/money'
import { mayEditPrice } from '@/src/domain/people/sight'
import type { SalesHeader, SalesLine } from '@/src/domain/orders/order'
import { choosePrice } from '@/src/domain/pricing/choosePrice'
import { decideFree } from '@/src/domain/pricing/decideGivenAway'
import type { ResolvedPrice } from '@/src/domain/pricing/resolvePrice'
import type { CustomerFacts } from '@/src/ledger/facts/customers'
import type { ItemFacts } from '@/src/ledger/facts/items'

import type { VerbContext } from '@/src/engine/document'
import { isUntouched } from './itemFindings'
import { resolveLines } from './resolveLines'
import { type Sourced, takenPrices } from './takenPrices'
import { samePrice, typedPrice } from './typedPrice'

type QuotedLine = Sourced & {
  quoteLine?: string | null
  quote?: number | null
  quotedPrice?: number | null
  quotedDiscount?: number | null
}

/**
 * Gives every line its price: manual (with the right) > quoted line > the methods of the settings. A manual price survives later changes of
 * quantity or date and the line keeps what policy would give now; a price nobody may type is refused, an unknown one too.
 */
export async function priceLines<Doc extends SalesHeader & { lines: SalesLine[] }>({
  ctx,
  header,
  customer,
  lines,
  items,
}: {
  ctx: VerbContext<Doc>
  header: Doc
  customer: CustomerFacts
  lines: readonly (SalesLine & QuotedLine)[]
  items: ReadonlyMap<number, ItemFacts>
}): Promise<{ lines: SalesLine[]; findings: Finding[] }> {
  const resolved = await resolveLines({ ctx, header, customer, lines, items })
  const before = new Map((ctx.stored?.lines ?? []).map((line) => [line.id, line]))
  // a revision begins as what was offered: whoever asks for it has typed nothing, and only the house names what is revised
  const isRevision = ctx.stored === null && 'revises' in header && Boolean(header.revises)
  const { sources, findings: unknown } = await takenPrices({ ctx, header, lines })
  const findings: Finding[] = [...unknown]
  const priced = lines.map((line, index): SalesLine => {
    const found = resolved[index] as ResolvedPrice
    const stored = before.get(line.id)
    const { quotedPrice, takenFrom: _named, ...rest } = line
    if (line.free) {
      findings.push(
        ...decideFree({
          index,
          item: items.get(line.item)?.code ?? null,
          price: found.price ? toNumber(found.price) : null,
          settled: isRevision || Boolean(stored?.free) || (Boolean(line.quoteLine) && Number(quotedPrice) === 0),
          sample: 'kind' in header && header.kind === 'sample',
          mayType: mayEditPrice(ctx.actor),
        }),
      )
      return {
        ...rest,
        price: 0,
        priceSource: 'auto',
        listPrice: found.listPrice ? toNumber(found.listPrice) : null,
        trace: [{ rule: 'free', price: '0' }],
      }
    }
    const manual = manualPrice({ line, stored, found, quotedPrice: quotedPrice ?? null })
    if (manual !== null && !isRevision && !mayEditPrice(ctx.actor) && !samePrice(manual, stored?.price)) {
      const price = found.price ? toNumber(found.price) : null
      findings.push({
        code: 'PRICE_LOCKED',
        severity: 'error',
        path: `lines.${index}.price`,
        facts: { item: items.get(line.item)?.code, price: manual, policyPrice: price },
        remedy: { action: 'usePolicyPrice', facts: { price } },
      })
    }
    const chosen = choosePrice({
      manual:
        manual === null
          ? null
          : typedPrice({
              price: manual,
              taken: sources.get(index),
              line,
              stored,
              head: header,
              storedHead: ctx.stored,
              typist: ctx.actor?.name ?? ctx.actor?.email ?? null,
            }),
      quoted: quotedPrice != null && line.quoteLine ? { price: quotedPrice, quote: line.quote ?? 0, line: line.quoteLine } : null,
      resolved: found,
    })
    // a line nobody touches keeps its price, also when nothing would give it one today
    if (!chosen.price && isUntouched(line, stored) && stored.price !== null)
      return {
        ...rest,
        price: stored.price,
        priceSource: stored.priceSource ?? 'auto',
        listPrice: stored.listPrice ?? null,
        trace: stored.trace ?? null,
      }
    if (!chosen.price)
      findings.push(
        found.reason ?? {
          code: 'PRICE_UNKNOWN',
          severity: 'error',
          path: `lines.${index}.price`,
          facts: { item: items.get(line.item)?.code },
        },
      )
    const policyNow = chosen.policyNow ? [policyNowStep(found, chosen.policyNow.toString())] : []
    return {
      ...rest,
      price: chosen.price ? toNumber(chosen.price) : null,
      priceSource: chosen.priceSource,
      listPrice: found.listPrice ? toNumber(found.listPrice) : null,
      trace: [...chosen.trace, ...policyNow],
    }
  })
  return { lines: priced, findings }
}

/** What the line would get now, and from where: the grid offers to re-price with it. */
function policyNowStep(found: ResolvedPrice, price: string): Record<string, string | number | boolean | null> {
  const winner = found.trace.find(({ policy }) => policy !== undefined)
  const final = found.trace.at(-1)
  return {
    rule: 'policyNow',
    method: final?.['method'] ?? null,
    ...(winner ? { policy: winner['policy'] ?? null, version: winner['version'] ?? null } : {}),
    price,
  }
}

/** A price counts as typed when it was typed before and stands, or when it differs from what the line would get by itself. */
function manualPrice({
  line,
  stored,
  found,
  quotedPrice,
}: {
  line: SalesLine
  stored: SalesLine | undefined
  found: ResolvedPrice
  quotedPrice: number | null
}): number | null {
  const entered = line.price == null ? null : Number(line.price)
  if (entered === null) return null
  if (line.priceSource === 'manual') return entered
  // a form posts back the automatic price it was shown; after a change of quantity that is not a typed price
  if (stored?.priceSource === 'auto' && samePrice(entered, stored.price)) return null
  const automatic = quotedPrice ?? (found.price ? toNumber(found.price) : null)
  return samePrice(entered, automatic) ? null : entered
}
