/** A slow machine may take this long from the click until the browser has read what it is to save. */
const READ_BY_THEN_MS = 60_000

/** Hands a file that the server made to the person, under a name they will find again. */
export function saveFile(file: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = name
  document.body.append(link)
  link.click()
  link.remove()
  setTimeout(() => URL.revokeObjectURL(link.href), READ_BY_THEN_MS)
}
