/** 測った数字 — one measured figure beside the limit it is held against. */
export interface Figure {
  readonly name: string
  readonly unit: string
  readonly limit: number
  /** What the limit is: the bar, or a named peer measured in the same run. */
  readonly against: string
  readonly values: readonly number[]
  /** Which of the values counts: the median, unless a higher share of them has to stay below the limit. */
  readonly share?: number
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  const [low = Number.NaN, high = Number.NaN] = [sorted[(sorted.length - 1) >> 1], sorted[middle]]
  return (low + high) / 2
}

/** The value that this share of all values does not exceed. */
function atShare(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.ceil(share * sorted.length) - 1] ?? Number.NaN
}

/** A row of the table: median, what counts, spread, limit and ratio. Below 1.00 is within the limit. */
export function row({ name, unit, limit, against, values, share }: Figure): readonly string[] {
  const middle = median(values)
  const counted = share === undefined ? middle : atShare(values, share)
  const spread = `${round(Math.min(...values))}–${round(Math.max(...values))}`
  return [
    name,
    `${round(middle)} ${unit}`,
    share === undefined ? '' : `${round(counted)} ${unit}`,
    spread,
    `${limit} ${unit}`,
    (counted / limit).toFixed(2),
    String(values.length),
    against,
  ]
}

function round(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toFixed(value >= 10 ? 1 : 2)
}
