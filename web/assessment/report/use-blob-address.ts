import { useEffect, useState } from 'react'

/** An address for a file that was fetched, for as long as the page shows it. */
export function useBlobAddress(file: Blob): string | undefined {
  const [address, setAddress] = useState<string>()
  useEffect(() => {
    const made = URL.createObjectURL(file)
    setAddress(made)
    return () => URL.revokeObjectURL(made)
  }, [file])
  return address
}
