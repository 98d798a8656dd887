import type { Options } from '../../options.ts';
import type { World } from '../../world.ts';
import { isConversation } from '../fix/conversation.ts';
import { mayChange } from '../fix/rights.ts';
import type { Mended } from '../fix.ts';
import type { Closed } from './case.ts';

/** Somebody sits there who may change the host, or may try. */
export const canOffer = ({ diagnosis, host, witness }: Closed, { format }: Options, world: World): boolean => {
  const [first] = diagnosis.findings;
  const isMendable = first !== undefined && first.verdict !== 'possible' && first.fixes.length > 0;
  return (
    format === 'text' &&
    host?.mendable === true &&
    witness !== undefined &&
    isMendable &&
    mayChange(witness) &&
    isConversation(world)
  );
};

/** Ends a diagnosis with the guided fix; undefined where it is not wanted. */
export const offerFix = async (closed: Closed, options: Options, world: World): Promise<Mended | undefined> => {
  const { agrees, fixFound } = await import('../fix.ts');
  const wanted = await agrees('Mend this now? Each change is shown before it is made.', options, world);
  return wanted ? fixFound(closed, options, world) : undefined;
};
