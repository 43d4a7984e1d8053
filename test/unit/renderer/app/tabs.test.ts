import { describe, expect, it } from 'vitest'
import { firstTabs, tabKey, tabsAfter, type TabAction, type TabStripState } from '../../../../renderer/app/tabs'

const aoife = { kind: 'learner', id: 'lrn_9' } as const
const ase = { kind: 'learner', id: 'lrn_38' } as const

function opened(target: typeof aoife | typeof ase, title: string, options: Extract<TabAction, { type: 'open' }>['options'] = {}): TabAction {
  return { type: 'open', target, title, options }
}

function after(actions: readonly TabAction[], start: TabStripState = firstTabs([])): TabStripState {
  return actions.reduce(tabsAfter, start)
}

function keysOf(state: TabStripState): readonly string[] {
  return state.tabs.map(tabKey)
}

describe('the tab strip', () => {
  it('begins with Home in front, then what was open, each once and only what it knows', () => {
    const state = firstTabs([
      { kind: 'learner', id: 'lrn_9', title: 'Aoife Phạm' },
      { kind: 'learner', id: 'lrn_9', title: 'Aoife Phạm' },
      { kind: 'ticket', id: 'tkt_1', title: 'of a later version' },
      { kind: 'home', id: '', title: 'Home' },
    ])
    expect(keysOf(state)).toEqual(['home:', 'learner:lrn_9'])
    expect(state.front).toBe('home:')
  })

  it('never opens a record twice: it brings the tab to the front and passes the verb on', () => {
    const state = after([opened(aoife, 'Aoife'), opened(ase, 'Åse'), opened(aoife, 'Aoife', { act: { verb: 'reset' } })])
    expect(keysOf(state)).toEqual(['home:', 'learner:lrn_9', 'learner:lrn_38'])
    expect(state.front).toBe('learner:lrn_9')
    expect(state.tabs[1]?.act).toEqual({ verb: 'reset' })
    expect(after([{ type: 'actTaken', key: 'learner:lrn_9' }], state).tabs[1]?.act).toBeUndefined()
  })

  it('opens beside without leaving the tab in front', () => {
    const state = after([opened(aoife, 'Aoife', { beside: true })])
    expect(state.front).toBe('home:')
    expect(keysOf(state)).toEqual(['home:', 'learner:lrn_9'])
  })

  it('closes to the neighbour and reopens what was closed last, without its draft', () => {
    const before = after([opened(aoife, 'Aoife'), opened(ase, 'Åse'), { type: 'markDraft', key: tabKey(ase), unsaved: true }])
    const closed = after([{ type: 'close', key: tabKey(ase) }], before)
    expect(closed.front).toBe(tabKey(aoife))
    const again = after([{ type: 'reopen' }], closed)
    expect(again.front).toBe(tabKey(ase))
    expect(again.tabs.find((tab) => tabKey(tab) === tabKey(ase))?.unsaved).toBe(false)
    expect(again.closed).toEqual([])
  })

  it('leaves Home when the last tab closes', () => {
    const state = after([{ type: 'close', key: 'home:' }])
    expect(keysOf(state)).toEqual(['home:'])
    expect(state.front).toBe('home:')
  })

  it('keeps its identity when nothing changed, so that nothing is drawn or written again', () => {
    const state = after([opened(aoife, 'Aoife')])
    expect(after([{ type: 'rename', key: tabKey(aoife), title: 'Aoife' }], state)).toBe(state)
    expect(after([{ type: 'markDraft', key: 'learner:lrn_404', unsaved: true }], state)).toBe(state)
  })

  it('moves a tab, but not over the edge', () => {
    const state = after([opened(aoife, 'Aoife'), { type: 'move', key: tabKey(aoife), by: -1 }])
    expect(keysOf(state)).toEqual(['learner:lrn_9', 'home:'])
    expect(after([{ type: 'move', key: tabKey(aoife), by: -1 }], state)).toBe(state)
  })
})
