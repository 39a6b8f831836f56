import { Button, type ButtonProps } from '@mantine/core'
import { useRouter } from '@tanstack/react-router'
import type { AnchorHTMLAttributes, MouseEvent, ReactNode } from 'react'

interface Target {
  readonly href: string
  readonly onClick?: (event: MouseEvent<HTMLAnchorElement>) => void
}

type GoProps = Target & Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href' | 'onClick'>

/**
 * A link to a page of ours by its address, as the server hands it out (`/registry/system/emr?field=log`). It is a real
 * link: it opens in a new tab, can be copied, and only a plain click stays inside the page.
 */
export function Go({ href, onClick, ...rest }: GoProps) {
  const go = useGo()
  return <a href={href} onClick={(event) => plainClick(event, onClick) && go(href)} {...rest} />
}

/** The same as a button. */
export function GoButton({ href, onClick, ...rest }: Target & ButtonProps & { readonly children: ReactNode }) {
  const go = useGo()
  return <Button component="a" href={href} onClick={(event) => plainClick(event, onClick) && go(href)} {...rest} />
}

export function useGo(): (href: string) => void {
  const router = useRouter()
  return (href) => router.history.push(href)
}

function plainClick(event: MouseEvent<HTMLAnchorElement>, before: Target['onClick']): boolean {
  before?.(event)
  const plain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey
  if (!plain || event.defaultPrevented) return false
  event.preventDefault()
  return true
}
