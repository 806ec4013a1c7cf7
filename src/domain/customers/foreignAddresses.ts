type Contacts = ReadonlyArray<{ email?: string | null }> | null | undefined

const plain = (address: string): string => address.trim().toLowerCase()

/** The addresses asked for that are those of no contact of the people a document is about, each once, as they were typed. */
export function foreignAddresses({ asked, contacts }: { asked: readonly string[]; contacts: readonly Contacts[] }): string[] {
  const known = new Set(contacts.flatMap((list) => (list ?? []).flatMap(({ email }) => (email ? [plain(email)] : []))))
  const foreign = new Map(asked.filter((address) => !known.has(plain(address))).map((address) => [plain(address), address]))
  return [...foreign.values()]
}
