export interface BeatParts {
  readonly everyMs: number
  /** Before the first one: a start has more urgent things to do. */
  readonly firstMs: number
  readonly step: (isStopped: () => boolean) => Promise<void>
  /** Hears of what went wrong in the background. */
  readonly report: (error: unknown) => void
}

/** 拍 — does one thing again and again, never twice at once, until it is stopped. */
export function createBeat({ everyMs, firstMs, step, report }: BeatParts) {
  let timer: NodeJS.Timeout | undefined
  let stopped = false
  let running: Promise<void> = Promise.resolve()

  function arm(ms: number): void {
    if (stopped) return
    timer = setTimeout(() => {
      running = step(() => stopped)
        .catch(report)
        .finally(() => arm(everyMs))
    }, ms).unref()
  }

  return {
    start: () => arm(firstMs),
    /** Waits for what is being done. */
    async stop(): Promise<void> {
      stopped = true
      clearTimeout(timer)
      await running
    },
  }
}

export type Beat = ReturnType<typeof createBeat>
