import type { Faults } from '../../fault/fault.ts';
import { daemonJson, noDaemonJson, onRestart, sh, subids, user } from '../../fault/steps.ts';

const tutorial = { bip: '172.18.0.1/24', debug: true, 'storage-driver': 'overlay2', 'userns-remap': '1000:1000' };

export const faults: Faults = {
  tutorial: {
    inject: [daemonJson(tutorial)],
    observe: onRestart,
    heal: [user('centos77', { id: 1000, range: '100000:65536' })],
    expect: 'uid 1000 has no entry|unable to find entry "1000"|1000.*passwd',
  },
  'tutorial-ko': {
    inject: [daemonJson(tutorial)],
    observe: onRestart,
    heal: [user('centos77', { id: 1000, range: '100000:65536' })],
    lang: 'ko_KR.UTF-8',
  },
  name: {
    inject: [daemonJson({ 'userns-remap': 'dockeruser' })],
    observe: onRestart,
    heal: [sh('useradd -r dockeruser'), subids('dockeruser:200000:65536')],
  },
  group: {
    inject: [user('dev'), daemonJson({ 'userns-remap': 'dev:dockergrp' })],
    observe: onRestart,
    heal: [sh('groupadd dockergrp; echo dockergrp:100000:65536 >> /etc/subgid'), subids('dev:100000:65536')],
  },
  uid: {
    inject: [daemonJson({ 'userns-remap': '5000' })],
    observe: onRestart,
    heal: [noDaemonJson],
  },
};
