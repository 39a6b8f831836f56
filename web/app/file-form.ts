/** A file as it is sent to be looked at, and when it is taken, with the state of things that it was looked at against. */
export function fileForm(file: File, basis?: string): FormData {
  const form = new FormData()
  // Fields come before the file: the reader has them when the file begins.
  if (basis !== undefined) form.append('basis', basis)
  form.append('file', file)
  return form
}
