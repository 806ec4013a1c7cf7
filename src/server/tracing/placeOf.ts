/** What a request is about: never more than its address says. `route` has no ids, so that there are few of them. */
type Place = { route: string; collection?: string; document?: string; verb?: string }

const isWord = (text: string): boolean => /^[a-zA-Z][a-zA-Z-]{0,40}$/.test(text)

/** The collection, the document and the verb a request of the API names; of other addresses their first word. */
export function placeOf(url: string): Place {
  const [first = '', collection = '', id = '', verb = ''] = (url.split('?')[0] ?? '').split('/').filter(Boolean)
  if (first !== 'api') return { route: isWord(first) ? `/${first}` : '/' }
  if (!isWord(collection)) return { route: '/api' }
  if (!/^\d{1,12}$/.test(id))
    return isWord(id) ? { route: `/api/${collection}/${id}`, collection, verb: id } : { route: `/api/${collection}`, collection }
  return isWord(verb)
    ? { route: `/api/${collection}/:id/${verb}`, collection, document: `${collection}/${id}`, verb }
    : { route: `/api/${collection}/:id`, collection, document: `${collection}/${id}` }
}
