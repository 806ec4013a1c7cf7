import type { ClientBase } from 'pg'

/**
 * The chances of generated books, as functions of this connection: `chance(n, what)` is between 0 and 1 and always the same for the same seed, number and
 * matter; `ranked(chance, most)` takes one of `most` by Zipf's law, so that the first is met `most` times as often as the last; `day_of(share, …)` spreads a
 * share of all orders over the years, with growth, a high season in early summer, and nothing entered on a weekend.
 */
export async function takeChances(client: ClientBase, { seed, first, last }: { seed: number; first: string; last: string }): Promise<void> {
  await client.query(`create function pg_temp.chance(n bigint, what text) returns float8 language sql immutable as
    $$ select ((hashint8extended(n, hashtextextended(what, ${String(seed)})) >> 11) & 9007199254740991)::float8 / 9007199254740992 $$`)
  await client.query(`create function pg_temp.ranked(chance float8, most int) returns int language sql immutable as
    $$ select least(most, floor(power(most + 1.0::float8, chance))::int) $$`)
  // growth: the first year holds fewer orders than the last; the sine moves orders of a year towards its summer and never turns time back
  await client.query(`create function pg_temp.day_of(share float8) returns date language sql immutable as $$
    select d - greatest(0, extract(isodow from d)::int - 5)
    from (select date '${first}' + floor((date '${last}' - date '${first}' + 1) * (w + 0.4 * sin(6.283185307 * y * w) / (6.283185307 * y)))::int as d
      from (select power(share, 0.85) as w, greatest(1, (date '${last}' - date '${first}') / 365) as y) x) z $$`)
}
