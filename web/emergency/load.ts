// The one way in which a page of a folder reads its neighbours: each is a script that hands over its text.

type Handed = (name: string, value: unknown) => void

const waiting = new Map<string, (value: unknown) => void>()
;(globalThis as unknown as { omamori: Handed }).omamori = (name, value) => {
  waiting.get(name)?.(value)
  waiting.delete(name)
}

/** What a file of the folder hands over; undefined where it is not there or says nothing. */
export function load(name: string): Promise<unknown> {
  return new Promise((resolve) => {
    const script = document.createElement('script')
    const done = () => {
      script.remove()
      if (waiting.delete(name)) resolve(undefined)
    }
    waiting.set(name, resolve)
    script.onload = done
    script.onerror = done
    script.src = `${name}.js`
    document.head.append(script)
  })
}
