/** 画像の終わり — the end that JPEG and JPEG 2000 share is there; behind it, at most what fills up to an even length. */
export function endsInside(picture: Uint8Array): boolean {
  const tail = Buffer.from(picture.subarray(-3)).toString('hex')
  return tail.endsWith('ffd9') || /^ffd9(00|ff)$/.test(tail)
}
