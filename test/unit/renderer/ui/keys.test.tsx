// @vitest-environment happy-dom
import { act, type ReactNode } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { keysInForce, LetterKeysContext, nameOf, useKeys, type KeyBinding } from '../../../../renderer/ui/keys'

Reflect.set(globalThis, 'IS_REACT_ACT_ENVIRONMENT', true)

function Keys({ bindings, outermost = false }: { readonly bindings: readonly KeyBinding[]; readonly outermost?: boolean }): ReactNode {
  useKeys(bindings, { outermost })
  return <input aria-label="text" />
}

let root: Root
let done: string[]

function binding(keys: string, name: string, inText?: boolean): KeyBinding {
  return { keys, label: name, run: () => done.push(name), ...(inText === undefined ? {} : { inText }) }
}

async function draw(content: ReactNode): Promise<void> {
  await act(async () => {
    root.render(content)
    await Promise.resolve()
  })
}

function press(key: string, from: EventTarget = document.body, more: KeyboardEventInit = {}): void {
  from.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }))
}

beforeEach(() => {
  done = []
  const place = document.createElement('div')
  document.body.replaceChildren(place)
  root = createRoot(place)
})
afterEach(() => act(() => root.unmount()))

describe('keys', () => {
  it('act outside text fields only, unless they carry Ctrl', async () => {
    await draw(<Keys bindings={[binding('j', 'next'), binding('Control+k', 'find'), binding('Control+z', 'undo', false)]} />)
    const text = document.querySelector('input')
    expect(text).not.toBeNull()
    press('j')
    press('j', text ?? document)
    press('k', text ?? document, { ctrlKey: true })
    press('z', text ?? document, { ctrlKey: true })
    press('z', document.body, { ctrlKey: true })
    expect(done).toEqual(['next', 'find', 'undo'])
  })

  it('leave letters alone where the person switched them off', async () => {
    await draw(
      <LetterKeysContext value={false}>
        <Keys bindings={[binding('j', 'next'), binding('?', 'keys'), binding('F6', 'pane')]} />
      </LetterKeysContext>,
    )
    press('j')
    press('?', document.body, { shiftKey: true })
    press('F6')
    expect(done).toEqual(['keys', 'pane'])
  })

  it('belong to the page before the window, and are listed once', async () => {
    await draw(
      <>
        <Keys bindings={[binding('e', 'page')]} />
        <Keys outermost bindings={[binding('e', 'window'), binding('Alt+1', '')]} />
      </>,
    )
    press('e')
    expect(done).toEqual(['page'])
    expect(keysInForce().map((known) => known.label)).toEqual(['page'])
  })

  it('are out of force when their page goes', async () => {
    await draw(<Keys bindings={[binding('j', 'next')]} />)
    await draw(null)
    press('j')
    expect(done).toEqual([])
  })

  it('have one name each', () => {
    const pressed = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false }
    expect(nameOf({ ...pressed, key: 'T', ctrlKey: true, shiftKey: true })).toBe('Control+Shift+t')
    expect(nameOf({ ...pressed, key: 'k', metaKey: true })).toBe('Control+k')
    expect(nameOf({ ...pressed, key: '?', shiftKey: true })).toBe('?')
    expect(nameOf({ ...pressed, key: 'F6', shiftKey: true })).toBe('Shift+F6')
  })
})
