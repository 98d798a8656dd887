import type { Faults } from '../../fault/fault.ts';
import { daemonJson, onRestart } from '../../fault/steps.ts';

export const faults: Faults = {
  'mirrors-string': {
    inject: [daemonJson({ 'registry-mirrors': 'https://mirror.example.com' })],
    observe: onRestart,
    heal: [daemonJson({ 'registry-mirrors': ['https://mirror.example.com'] })],
  },
  'string-for-bool': {
    inject: [daemonJson({ debug: 'true' })],
    observe: onRestart,
    heal: [daemonJson({ debug: true })],
  },
  'log-opts-number': {
    inject: [daemonJson({ 'log-opts': { 'max-file': 3 } })],
    observe: onRestart,
    heal: [daemonJson({ 'log-opts': { 'max-file': '3' } })],
  },
  'hosts-string': {
    inject: [daemonJson({ dns: '192.0.2.53' })],
    observe: onRestart,
    heal: [daemonJson({ dns: ['192.0.2.53'] })],
  },
  'string-for-number': { inject: [daemonJson({ mtu: '1400' })], observe: onRestart, heal: [daemonJson({ mtu: 1400 })] },
  'top-level-list': {
    inject: [daemonJson([{ debug: true }])],
    observe: onRestart,
    heal: [daemonJson({ debug: true })],
  },
};
