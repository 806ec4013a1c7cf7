/** The screen of the admin where a record is worked on; the desk where people decide, else the record itself. Path below the admin. */
export const screenOf = ({ slug, id }: { slug: string; id: number | string }): string =>
  slug === 'credit-releases' ? `/credit-releases?request=${id}` : `/collections/${slug}/${id}`
