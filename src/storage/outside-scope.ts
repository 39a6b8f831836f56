/** A query that could leave its facility, or that the scope rule cannot judge. It is a mistake of ours: a fault. */
export class OutsideScope extends Error {
  override readonly name = 'OutsideScope'
}
