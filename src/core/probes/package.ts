import { arePackages, packagesOf } from '../ask/packages.ts';
import { quoteWord } from '../shell-words.ts';
import { type ProbeKind, param } from './kind.ts';

export const packageKind: ProbeKind = {
  ask: 'package',
  about: 'an installed package of the distribution (dpkg, rpm, apk, pacman)',
  params: { name: 'text' },
  facts: { installed: 'boolean', version: 'text' },
  command: (query) =>
    `dpkg -l ${quoteWord(param(query, 'name'))} 2>/dev/null || rpm -q ${quoteWord(param(query, 'name'))}`,
  *inquire(query) {
    const name = param(query, 'name');
    if (!/^[A-Za-z0-9][\w.+-]{0,100}$/.test(name)) return { known: false, why: 'not-asked' };
    const packages = yield* packagesOf([name]);
    if (!arePackages(packages)) return packages;
    const version = packages.get(name);
    return { known: true, facts: { installed: version !== undefined, ...(version !== undefined && { version }) } };
  },
};
