import { MendError } from '../../../errors.ts';
import type { Host } from '../../host.ts';
import type { Child } from '../../shell/child.ts';
import { shellReply } from '../../shell/index.ts';
import { type Hands, handsOn } from '../index.ts';
import { farGround, type Side } from './ground.ts';
import { ordersOver } from './orders.ts';

export interface FarHands {
  readonly hands: Hands;
  /** The host, asked with the rights that the hands have. */
  readonly reply: Host['reply'];
  readonly close: () => Promise<void>;
}

/** Hands that work by a shell which has the rights for it. The shell is theirs from now on. */
export const farHands = async (shell: Child, side: Side): Promise<FarHands> => {
  const orders = ordersOver(
    shell,
    () => new MendError(`the connection to ${side.name} was lost`, 'try again when it is there'),
  );
  try {
    return {
      hands: handsOn(await farGround(orders, side)),
      reply: (request) => shellReply({ put: orders.ask }, request),
      close: orders.close,
    };
  } catch (error) {
    await orders.close();
    throw error;
  }
};
