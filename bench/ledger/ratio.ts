import { median } from '../figure.ts'

/** 比 — one figure of ours beside a peer's, measured in turns in one run, so that the machine's moods fall on both. */
export interface Ratio {
  readonly name: string
  /** Each pair's ours / theirs; above the bar is good. */
  readonly values: readonly number[]
  readonly bar: number
  /** What it is held against, and both medians in words. */
  readonly against: string
}

/** Measures ours and theirs in turns; each gives a rate. */
export async function pairs(
  count: number,
  ours: () => number | Promise<number>,
  theirs: () => number | Promise<number>,
): Promise<{
  readonly ours: readonly number[]
  readonly theirs: readonly number[]
  readonly ratios: readonly number[]
}> {
  // The first of each warms the machine up and is not counted.
  await ours()
  await theirs()
  const [mine, peer]: [number[], number[]] = [[], []]
  for (let i = 0; i < count; i++) {
    mine.push(await ours())
    peer.push(await theirs())
  }
  return { ours: mine, theirs: peer, ratios: mine.map((rate, i) => rate / (peer[i] ?? Number.NaN)) }
}

export function ratioRow({ name, values, bar, against }: Ratio): readonly string[] {
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const middle = median(values)
  return [
    name,
    show(middle),
    `${show(low)}–${show(high)}`,
    show(bar),
    middle >= bar ? 'met' : 'MISSED',
    String(values.length),
    against,
  ]
}

export function show(value: number): string {
  if (value >= 1000) return Math.round(value).toLocaleString('en')
  return value >= 10 ? value.toFixed(1) : value.toFixed(2)
}
