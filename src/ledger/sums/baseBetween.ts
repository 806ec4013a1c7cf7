/**
 * SQL of what lies between two quantities of a line in base currency, to the cent: the same as `amountBetween` of the rules. A line is not
 * even any more once its order has changed; what is settled of it stands in `earlier`. `line` is an alias with base_gross and earlier.
 */
export function baseBetween({ line, qty, from, to }: { line: string; qty: string; from: string; to: string }): string {
  const part = (path: string): string => `coalesce((${line}.earlier #>> '{${path}}')::numeric, 0)`
  const [before, settled, gone, lost] = [part('qty'), part('baseGross'), part('gone,qty'), part('gone,baseGross')]
  const open = `greatest(0, ${qty} - ${before} - ${gone})`
  const upTo = (at: string): string => `round(case
    when ${before} > 0 and ${at} <= ${before} then ${settled} * (${at}) / ${before}
    when ${gone} > 0 and ${at} > ${before} + ${open} then ${line}.base_gross - ${lost} + ${lost} * (${at} - ${before} - ${open}) / ${gone}
    when ${open} = 0 then ${line}.base_gross - ${lost}
    else ${settled} + (${line}.base_gross - ${lost} - ${settled}) * (${at} - ${before}) / ${open} end, 2)`
  // nearly every line: told apart, so that its history is not looked for eight times
  const even = (at: string): string =>
    `round(case when ${qty} <= 0 then ${line}.base_gross else ${line}.base_gross * (${at}) / (${qty}) end, 2)`
  return `(case when ${to} <= ${from} then 0 when ${line}.earlier is null then ${even(to)} - ${even(from)} else ${upTo(to)} - ${upTo(from)} end)`
}
