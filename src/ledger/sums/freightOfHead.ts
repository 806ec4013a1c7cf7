/** SQL of the freight of a document with its tax, in its currency; one that came with opening books says it only by its totals. */
export const freightOfHead = (of: string): string =>
  `coalesce(${of}.freight_net + ${of}.freight_tax, ${of}.gross_total - ${of}.net_total - ${of}.tax_total)`
