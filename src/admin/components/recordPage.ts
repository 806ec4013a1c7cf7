/** Where a name leads: a customer's to his card, any other to the record itself. */
export const recordPage = (admin: string, slug: string, id: number | string): string =>
  `${admin}/collections/${slug}/${String(id)}${slug === 'customers' ? '/card' : ''}`
