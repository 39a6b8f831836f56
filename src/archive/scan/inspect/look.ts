import type { Grey } from './page.ts'

/** Darker than the paper by this much is ink; recycled paper and shadows of a fold stay below. */
const inkBelowPaper = 40
/** Scanners leave dark edges. */
const margin = 0.03
/** As many dots tell a slope as well as all of them. */
const mostDots = 40_000
const steepest = 10
/** Lines of writing stand out this much against the mean of all slopes; a photograph does not. */
const standsOut = 1.25

interface Dots {
  readonly xs: readonly number[]
  readonly ys: readonly number[]
}

/** 白紙・傾き — how much of a page is not paper, and by how much its lines fall to the right. */
export function lookAt(page: Grey): { readonly ink: number; readonly skew: number | null } {
  const dots = dotsOf(page)
  const inside = (1 - 2 * margin) ** 2 * page.width * page.height
  return { ink: Math.min(1, dots.xs.length / inside), skew: skewOf(thinned(dots), page.height) }
}

function dotsOf({ width, height, data }: Grey): Dots {
  const limit = paperOf(data) - inkBelowPaper
  const [xs, ys]: [number[], number[]] = [[], []]
  for (let y = Math.ceil(height * margin); y < height * (1 - margin); y++)
    for (let x = Math.ceil(width * margin); x < width * (1 - margin); x++)
      if ((data[y * width + x] ?? 255) < limit) {
        xs.push(x)
        ys.push(y)
      }
  return { xs, ys }
}

/** The brightness of the middle pixel: most of a page is paper. */
function paperOf(data: Uint8Array): number {
  const counts = new Uint32Array(256)
  for (const value of data) counts[value] = (counts[value] ?? 0) + 1
  let passed = 0
  return counts.findIndex((count) => {
    passed += count
    return passed * 2 >= data.length
  })
}

function thinned({ xs, ys }: Dots): Dots {
  const step = Math.ceil(xs.length / mostDots)
  if (step <= 1) return { xs, ys }
  return { xs: xs.filter((_, index) => index % step === 0), ys: ys.filter((_, index) => index % step === 0) }
}

/**
 * The slope at which the dots lie in rows: there the number of dots changes most from row to row (projection profiles, Postl 1986). First by half a
 * degree, then by a tenth. Null where no slope stands out.
 */
function skewOf(dots: Dots, height: number): number | null {
  if (dots.xs.length < 200) return null
  const rough = steps(-steepest, steepest, 0.5).map((angle) => ({ angle, edges: edgesAt(dots, angle, height) }))
  const best = rough.reduce((one, other) => (other.edges > one.edges ? other : one))
  const mean = rough.reduce((sum, { edges }) => sum + edges, 0) / rough.length
  if (best.edges < mean * standsOut) return null
  const fine = steps(best.angle - 0.5, best.angle + 0.5, 0.1).map((angle) => ({
    angle,
    edges: edgesAt(dots, angle, height),
  }))
  const { angle } = fine.reduce((one, other) => (other.edges > one.edges ? other : one))
  return Math.round(angle * 10) / 10 || 0
}

function edgesAt({ xs, ys }: Dots, angle: number, height: number): number {
  const slope = Math.tan((angle * Math.PI) / 180)
  const rows = new Int32Array(height * 3)
  for (let index = 0; index < xs.length; index++) {
    const row = height + Math.round((ys[index] ?? 0) - (xs[index] ?? 0) * slope)
    rows[row] = (rows[row] ?? 0) + 1
  }
  let edges = 0
  for (let row = 1; row < rows.length; row++) edges += ((rows[row] ?? 0) - (rows[row - 1] ?? 0)) ** 2
  return edges
}

const steps = (from: number, to: number, by: number): readonly number[] =>
  Array.from({ length: Math.round((to - from) / by) + 1 }, (_, index) => from + index * by)
