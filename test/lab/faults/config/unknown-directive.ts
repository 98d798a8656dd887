import type { Faults } from '../../fault/fault.ts';
import { daemonJson, noDaemonJson, onRestart } from '../../fault/steps.ts';

export const faults: Faults = {
  typo: {
    inject: [daemonJson({ 'log-levl': 'debug' })],
    observe: onRestart,
    heal: [daemonJson({ 'log-level': 'debug' })],
    expect: 'log-levl',
  },
  several: {
    inject: [daemonJson({ 'dns-server': ['192.0.2.1'], 'storage-drive': 'overlay2' })],
    observe: onRestart,
    heal: [noDaemonJson],
  },
  'removed-graph': {
    inject: [daemonJson({ graph: '/data/docker' })],
    observe: onRestart,
    heal: [noDaemonJson],
    suites: ['trixie', 'forky'],
  },
  'removed-cluster-store': {
    inject: [daemonJson({ 'cluster-store': 'consul://192.0.2.2:8500' })],
    observe: onRestart,
    heal: [noDaemonJson],
    suites: ['trixie', 'forky'],
  },
  'too-new-proxies': {
    inject: [daemonJson({ proxies: { 'http-proxy': 'http://proxy.example.com:3128' } })],
    observe: onRestart,
    heal: [noDaemonJson],
    suites: ['bullseye', 'bookworm'],
  },
};
