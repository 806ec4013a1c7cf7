/** Whoever waits for it hears of its failure; until then nobody has to listen. */
function begun<Result>(work: Promise<Result>): Promise<Result> {
  work.catch(() => undefined)
  return work
}

/**
 * Portions of a file one behind another: while one is being written, the next is judged, and of the one after that is looked up what the
 * database knows. So neither waits for the other. Written is in the order of the file, each portion when the one before it is.
 */
export class Stages<LookedUp, Ready> {
  private judging: Promise<Ready> | null = null
  private writing: Promise<void> = Promise.resolve()

  constructor(
    private readonly judge: (lookedUp: LookedUp) => Promise<Ready>,
    private readonly write: (ready: Ready) => Promise<void>,
  ) {}

  /** Hands on the portions before, and begins to judge this one. Throws what went wrong with those. */
  async take(lookedUp: LookedUp): Promise<void> {
    await this.handOn()
    this.judging = begun(this.judge(lookedUp))
  }

  private async handOn(): Promise<void> {
    if (!this.judging) return
    const ready = await this.judging
    this.judging = null
    await this.writing
    this.writing = begun(this.write(ready))
  }

  /** Everything taken has been written. */
  async written(): Promise<void> {
    await this.handOn()
    await this.writing
  }

  /** Nothing is under way any more, whatever came of it; of what failed, the writing is the cause. */
  async ended(): Promise<void> {
    await Promise.allSettled([this.judging])
    await this.writing
  }
}
