/** The answer of what must work; throws with what the server said when it does not. */
export const ok = async <Answer extends { status: number; body: unknown }>(asked: Promise<Answer>): Promise<Answer> => {
  const answer = await asked
  if (answer.status >= 400) throw new Error(`${String(answer.status)} ${JSON.stringify(answer.body)}`)
  return answer
}
/** What must be refused, and how. */
export const refused = async (asked: Promise<{ status: number }>, status: number): Promise<void> => {
  const answer = await asked
  if (answer.status !== status) throw new Error(`answered with ${String(answer.status)}, not ${String(status)}`)
}
