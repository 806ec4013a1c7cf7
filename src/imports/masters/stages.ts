/** Whoever waits for it hears of its failure; until then nobody has to listen. */
function begun<Result>(work: Promise<Result>): Promise<Result> {
  work.catch(() => undefined)
  return work
}

/**
 * Portions of a file one behind another: while one is being written, the next is judged, and of the one after that is looked up what the
 * database knows. None waits for another of these but for what it goes on with: a portion is written as soon as it is judged and the one
 * before it written, in the order of the file.
 */
export class Stages<LookedUp, Ready> {
  private judging: Promise<Ready | null> = Promise.resolve(null)
  private writing: Promise<void> = Promise.resolve()
  /** The portion before the one that is being written. */
  private before: Promise<void> = Promise.resolve()

  constructor(
    private readonly judge: (lookedUp: LookedUp) => Promise<Ready>,
    private readonly write: (ready: Ready) => Promise<void>,
  ) {}

  /** Takes one more portion, once the last but one is written: no more of a file is in hand. Throws what went wrong with that. */
  async take(lookedUp: LookedUp): Promise<void> {
    await this.before
    const [former, written] = [this.judging, this.writing]
    const judging = begun(former.then(() => this.judge(lookedUp)))
    this.judging = judging
    this.before = written
    this.writing = begun(written.then(async () => this.write(await judging)))
  }

  /** Everything taken has been written. */
  written(): Promise<void> {
    return this.writing
  }

  /** Nothing is under way any more, whatever came of it; of what failed, the writing is the cause. */
  async ended(): Promise<void> {
    await Promise.allSettled([this.judging])
    await this.writing
  }
}
