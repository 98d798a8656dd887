import type { Faults } from '../../fault/fault.ts';
import { daemonJson, dockerd, execStart, noDaemonJson, noDropins, onRestart } from '../../fault/steps.ts';

export const faults: Faults = {
  'bip-octet': {
    inject: [daemonJson({ bip: '172.18.0.300/24' })],
    observe: onRestart,
    heal: [daemonJson({ bip: '172.18.0.30/24' })],
  },
  'bip-no-mask': {
    inject: [daemonJson({ bip: '172.18.0.1' })],
    observe: onRestart,
    heal: [daemonJson({ bip: '172.18.0.1/24' })],
  },
  'bridge-and-bip': {
    inject: [daemonJson({ bridge: 'br0', bip: '172.18.0.1/24' })],
    observe: onRestart,
    heal: [daemonJson({ bip: '172.18.0.1/24' })],
    also: ['config/flag-conflict'],
  },
  'fixed-cidr': { inject: [daemonJson({ 'fixed-cidr': '172.17.0.0' })], observe: onRestart, heal: [noDaemonJson] },
  'log-level': {
    inject: [daemonJson({ 'log-level': 'verbose' })],
    observe: onRestart,
    heal: [daemonJson({ 'log-level': 'debug' })],
  },
  dns: {
    inject: [daemonJson({ dns: ['resolver.example.com'] })],
    observe: onRestart,
    heal: [daemonJson({ dns: ['192.0.2.53'] })],
  },
  label: {
    inject: [daemonJson({ labels: ['production'] })],
    observe: onRestart,
    heal: [daemonJson({ labels: ['env=production'] })],
  },
  'address-pool': {
    inject: [daemonJson({ 'default-address-pools': [{ base: '10.10.0.0/16', size: 8 }] })],
    observe: onRestart,
    heal: [daemonJson({ 'default-address-pools': [{ base: '10.10.0.0/16', size: 24 }] })],
  },
  'pool-base': {
    inject: [daemonJson({ 'default-address-pools': [{ base: '10.10.0.0', size: 24 }] })],
    observe: onRestart,
    heal: [daemonJson({ 'default-address-pools': [{ base: '10.10.0.0/16', size: 24 }] })],
  },
  'concurrent-downloads': {
    inject: [daemonJson({ 'max-concurrent-downloads': -1 })],
    observe: onRestart,
    heal: [daemonJson({ 'max-concurrent-downloads': 3 })],
  },
  'host-url': { inject: [execStart(`${dockerd} -H tpc://0.0.0.0:2375`)], observe: onRestart, heal: [noDropins()] },
  'mtu-flag': { inject: [execStart(`${dockerd} --mtu big`)], observe: onRestart, heal: [noDropins()] },
  'bool-flag': { inject: [execStart(`${dockerd} --icc=maybe`)], observe: onRestart, heal: [noDropins()] },
  'exec-opt': {
    inject: [daemonJson({ 'exec-opts': ['native.cgroupdriver=systemdd'] })],
    observe: onRestart,
    heal: [daemonJson({ 'exec-opts': ['native.cgroupdriver=systemd'] })],
    also: ['cgroup/driver'],
  },
};
