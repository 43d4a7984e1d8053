import { createContext, useContext } from 'react'

/** What a toast may offer: Undo changes data back, Hold back stops a mail. */
export interface ToastAction {
  readonly label: string
  readonly keys?: string
  readonly run: () => void
}

export interface Toast {
  readonly message: string
  readonly sort?: 'done' | 'sent'
  readonly action?: ToastAction
}

export interface Toasts {
  /** Shows a toast for eight seconds. Never for an error: an error stays where it happened. */
  readonly show: (toast: Toast) => void
  /** Says something to a screen reader only. */
  readonly announce: (message: string) => void
}

export const ToastContext = createContext<Toasts | undefined>(undefined)

/** The toasts of the window around. */
export function useToasts(): Toasts {
  const toasts = useContext(ToastContext)
  if (toasts === undefined) throw new Error('useToasts outside ToastHost')
  return toasts
}
