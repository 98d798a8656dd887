import { accountOf } from './account.ts';
import { ask, type Inquiry } from './inquiry.ts';

/** The home of whoever asks. */
export function* callerHome(): Inquiry<string | undefined> {
  const caller = yield* ask({ read: 'caller' });
  if (!caller.known) return undefined;
  const found = yield* accountOf('passwd', String(caller.uid));
  const home = 'inFile' in found ? found.account?.home : undefined;
  return home?.startsWith('/') === true ? home.replace(/(?<=.)\/$/, '') : undefined;
}
