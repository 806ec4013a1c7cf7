import { d, type Numeric } from '../kernel/decimal'

export type MatrixRow<Role extends string> = { role: Role; upTo?: Numeric | null; approvers?: number | null }

/**
 * Who may approve an amount, and how many people it takes (审核权限表). The rows that reach the amount qualify; the narrowest of them says
 * how many distinct approvers it takes. Worked: manager up to 10,000, general manager without limit, 2 approvers → 9,000 takes one of
 * either, 50,000 two general managers. Without rows null: the roles of the step decide.
 */
export function approversFor<Role extends string>(
  rows: readonly MatrixRow<Role>[],
  amount: Numeric,
): { roles: Role[]; needed: number } | null {
  if (rows.length === 0) return null
  const reaching = rows.filter(({ upTo }) => upTo === null || upTo === undefined || d(amount).lte(d(upTo)))
  const limit = ({ upTo }: MatrixRow<Role>): Numeric => upTo ?? Infinity
  const narrowest = [...reaching].sort((a, b) => d(limit(a)).cmp(d(limit(b))))[0]
  const tier = narrowest ? reaching.filter((row) => d(limit(row)).eq(d(limit(narrowest)))) : []
  return { roles: [...new Set(reaching.map(({ role }) => role))], needed: Math.max(1, ...tier.map(({ approvers }) => approvers ?? 1)) }
}
