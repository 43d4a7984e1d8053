import { createContext } from 'react'

/** Whether tables use the compact row of 32 px; a table with a height of its own keeps it. */
export const CompactRowsContext = createContext(false)
