import type { HandlerResult, Input, Method } from '@shared/contract'
import type { Acting } from '../../ports/acting'

/** Answers one operation; input is already checked, `acting` comes from main's session and never from input. */
export type Handler<M extends Method> = (input: Input<M>, acting: Acting) => Promise<HandlerResult<M>>

/** What main must supply for an area of the contract: a missing one does not compile. */
export type HandlersOf<Area> = { [M in keyof Area & Method]: Handler<M> }
