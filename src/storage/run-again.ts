/** What a change went by is no longer so: nothing of its group is kept, and the group is run once more. */
export class RunAgain extends Error {
  override readonly name = 'RunAgain'
}
