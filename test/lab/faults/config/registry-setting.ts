import type { Faults } from '../../fault/fault.ts';
import { daemonJson, noDaemonJson, onRestart } from '../../fault/steps.ts';

export const faults: Faults = {
  'mirror-no-scheme': {
    inject: [daemonJson({ 'registry-mirrors': ['mirror.example.com'] })],
    observe: onRestart,
    heal: [daemonJson({ 'registry-mirrors': ['https://mirror.example.com'] })],
  },
  'mirror-path': {
    inject: [daemonJson({ 'registry-mirrors': ['https://mirror.example.com/v2/?x=1'] })],
    observe: onRestart,
    heal: [daemonJson({ 'registry-mirrors': ['https://mirror.example.com'] })],
  },
  'insecure-port': {
    inject: [daemonJson({ 'insecure-registries': ['reg.local:99999'] })],
    observe: onRestart,
    heal: [daemonJson({ 'insecure-registries': ['reg.local:5000'] })],
  },
  'mirror-user': {
    inject: [daemonJson({ 'registry-mirrors': ['https://user:secret@mirror.example.com'] })],
    observe: onRestart,
    heal: [noDaemonJson],
  },
};
