import type { Payload } from 'payload'

const methods = ['get', 'post', 'patch', 'put', 'delete'] as const
export type Door = { method: (typeof methods)[number]; path: string }

const isMethod = (method: string): method is Door['method'] => (methods as readonly string[]).includes(method)

/** Every endpoint of the finished configuration, those the platform brings included; logging out would end the other requests' sessions. */
export function doorsOf({ config }: Payload): Door[] {
  const within = (before: string, endpoints: false | ReadonlyArray<{ method: string; path: string }> | undefined): Door[] =>
    (endpoints || []).flatMap(({ method, path }) => (isMethod(method) ? [{ method, path: `${before}${path}` }] : []))
  return [
    ...within('', config.endpoints),
    ...config.collections.flatMap(({ slug, endpoints }) => within(`/${slug}`, endpoints)),
    ...config.globals.flatMap(({ slug, endpoints }) => within(`/globals/${slug}`, endpoints)),
  ].filter(({ path }) => !/\/(logout|init)$/.test(path))
}
