export type Answer = {
  ok: boolean
  /** Every refusal in the person's language, with what would make it pass. */
  refusals: string[]
  warnings: string[]
  created?: { slug: string; id: number; no: string }
}

type Told = {
  errors?: Array<{ message: string; data?: { errors?: Array<{ message: string }> } }>
  warnings?: Array<{ message: string }>
  created?: { slug: string; id: number; no: string }
}

/** POST /api/<slug>/<id>/<verb>; sent once however often the button is pressed, thanks to its key. */
export async function callVerb({
  slug,
  id,
  verb,
  body,
  language,
  key,
}: {
  slug: string
  id: number | string
  verb: string
  body: object
  language: string
  key: string
}): Promise<Answer> {
  const answer = await fetch(`/api/${slug}/${id}/${verb}`, {
    method: 'POST',
    credentials: 'include',
    body: JSON.stringify(body),
    headers: { 'Content-Type': 'application/json', 'Accept-Language': language, 'Idempotency-Key': key },
  })
  const told = (await answer.json().catch(() => ({ errors: [{ message: answer.statusText }] }))) as Told
  return {
    ok: answer.ok,
    refusals: (told.errors ?? []).flatMap((error) => (error.data?.errors ?? [error]).map(({ message }) => message)),
    warnings: (told.warnings ?? []).map(({ message }) => message),
    ...(told.created ? { created: told.created } : {}),
  }
}
