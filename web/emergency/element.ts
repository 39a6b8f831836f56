type Child = Node | string | null | undefined | false
type Attributes = Readonly<Record<string, string | boolean | ((event: Event) => void)>>

/** An element with its attributes, listeners and children. What is said becomes text and never markup. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === 'function') made.addEventListener(key, value)
    else if (typeof value === 'string') made.setAttribute(key, value)
    else made.toggleAttribute(key, value)
  }
  made.append(...children.filter((child) => child !== null && child !== undefined && child !== false))
  return made
}
