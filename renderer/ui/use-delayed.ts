import { useEffect, useState } from 'react'

/** True once the component has stood for so many milliseconds: what is quick shows no skeleton and no progress. */
export function useDelayed(milliseconds: number): boolean {
  const [due, setDue] = useState(milliseconds <= 0)
  useEffect(() => {
    const timer = window.setTimeout(() => setDue(true), milliseconds)
    return () => window.clearTimeout(timer)
  }, [milliseconds])
  return due
}
