import { describe, expect, it } from 'vitest'
import { forgetAct, lastAct, rememberAct } from '../../../../renderer/bridge/last-act'

describe('the last act', () => {
  it('is the newest one that was not taken back', () => {
    rememberAct('ent_1')
    rememberAct('ent_2')
    expect(lastAct()).toBe('ent_2')
    forgetAct('ent_2')
    expect(lastAct()).toBe('ent_1')
    rememberAct('ent_3')
    rememberAct('ent_1')
    expect(lastAct()).toBe('ent_1')
    forgetAct('ent_1')
    expect(lastAct()).toBe('ent_3')
    forgetAct('ent_3')
    expect(lastAct()).toBeUndefined()
  })
})
