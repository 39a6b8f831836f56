import { Fragment, type ReactNode } from 'react'

interface SentenceProps {
  /** A sentence with places for parts: `見ている6つのうち、<met/> が3つです。` */
  readonly text: string
  readonly parts?: Readonly<Record<string, ReactNode>>
}

/** A sentence from the words file with links or states set into it, so that the word order stays with the language. */
export function Sentence({ text, parts = {} }: SentenceProps) {
  return text.split(/<([a-zA-Z-]+)\/>/).map((piece, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a fixed sentence never change their order
    <Fragment key={index}>{index % 2 === 0 ? piece : parts[piece]}</Fragment>
  ))
}
