import { createContext, useContext, useEffect, useRef } from 'react'

/** One key and what it does; the sheet of keys lists it while it is in force. */
export interface KeyBinding {
  /** `Control+k`, `Alt+1`, `j`, `?`: modifiers in this order: Control, Alt, Shift. */
  readonly keys: string
  /** Its line in the sheet of keys; an empty one is not listed. */
  readonly label: string
  readonly run: () => void
  /** Works while a person types, too. A lone letter never does. */
  readonly inText?: boolean
}

/** Whether lone letters act; they can be switched off in the settings. */
export const LetterKeysContext = createContext(true)

interface Layer {
  bindings: readonly KeyBinding[]
  letters: boolean
}

/** Layers in force, the window's own first; the last one that knows a key has it. */
let layers: readonly Layer[] = []

/** All keys in force now, the innermost first, each once. */
export function keysInForce(): readonly KeyBinding[] {
  const seen = new Set<string>()
  return layers.toReversed().flatMap((layer) =>
    layer.bindings.filter((binding) => {
      if (binding.label === '' || seen.has(binding.keys)) return false
      seen.add(binding.keys)
      return true
    }),
  )
}

/** The name of the pressed key in the form that bindings use. */
export function nameOf(event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>): string {
  const control = event.ctrlKey || event.metaKey
  const lone = event.key.length === 1
  const key = lone ? event.key.toLowerCase() : event.key
  // A sign such as ? needs Shift on some keyboards and not on others: only letters and named keys carry it.
  const shift = event.shiftKey && (!lone || /[a-z]/i.test(event.key))
  return [control ? 'Control' : '', event.altKey ? 'Alt' : '', shift ? 'Shift' : '', key].filter((part) => part !== '').join('+')
}

/** Whether the person is typing there. */
export function isTextField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true
  return target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'submit', 'range'].includes(target.type)
}

function isLoneKey(keys: string): boolean {
  return !keys.startsWith('Control+') && !keys.startsWith('Alt+')
}

function mayAct(binding: KeyBinding, layer: Layer, target: EventTarget | null): boolean {
  if (!isLoneKey(binding.keys)) return binding.inText !== false || !isTextField(target)
  if (isTextField(target)) return binding.inText === true
  if (/^(Shift\+)?[a-z.]$/.test(binding.keys) && !layer.letters) return false
  // Lone keys belong to the dialog or menu in front.
  return !(target instanceof Element) || target.closest('[role="dialog"], [role="menu"], [role="listbox"]') === null
}

function onKeyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing) return
  const name = nameOf(event)
  for (const layer of layers.toReversed()) {
    const binding = layer.bindings.find((candidate) => candidate.keys === name && mayAct(candidate, layer, event.target))
    if (binding === undefined) continue
    event.preventDefault()
    binding.run()
    return
  }
}

interface KeyOptions {
  readonly enabled?: boolean
  /** The window's own keys give way to a page's. */
  readonly outermost?: boolean
}

/** Puts keys in force while the component stands. */
export function useKeys(bindings: readonly KeyBinding[], { enabled = true, outermost = false }: KeyOptions = {}): void {
  const letters = useContext(LetterKeysContext)
  const layer = useRef<Layer>({ bindings, letters })
  useEffect(() => {
    layer.current.bindings = bindings
    layer.current.letters = letters
  })
  useEffect(() => {
    if (!enabled) return undefined
    const own = layer.current
    if (layers.length === 0) window.addEventListener('keydown', onKeyDown)
    layers = outermost ? [own, ...layers] : [...layers, own]
    return () => {
      layers = layers.filter((known) => known !== own)
      if (layers.length === 0) window.removeEventListener('keydown', onKeyDown)
    }
  }, [enabled, outermost])
}
