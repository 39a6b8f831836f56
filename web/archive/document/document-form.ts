/** A document as it is sent: what is known of it, then the file. */
export function documentForm(facts: object, file: File): FormData {
  const form = new FormData()
  form.append('facts', JSON.stringify(facts))
  form.append('file', file)
  return form
}
