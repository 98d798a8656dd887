import type { ProbeKind } from './kind.ts';

export const iptables: ProbeKind = {
  ask: 'iptables',
  about: "iptables: found, its variant (legacy or nf_tables), can it read the tables, are Docker's chains there",
  params: { 'table?': 'text' },
  facts: {
    found: 'boolean',
    variant: 'text',
    works: 'boolean',
    error: 'text',
    chains: 'boolean',
    'other-variant-rules': 'number',
  },
  command: () => 'iptables --version; sudo iptables -t nat -nL | head -n 30',
  *inquire() {
    return { known: false, why: 'not-asked' };
  },
};
