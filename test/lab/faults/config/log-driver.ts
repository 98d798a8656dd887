import type { Faults } from '../../fault/fault.ts';
import { command, daemonJson, restart, run, sh } from '../../fault/steps.ts';

export const faults: Faults = {
  unknown: {
    inject: [daemonJson({ 'log-driver': 'jsonfile' }), restart],
    observe: run('alpine true'),
    heal: [daemonJson({ 'log-driver': 'json-file' }), restart],
    suites: ['bullseye', 'bookworm'],
  },
  'bad-size': {
    inject: [daemonJson({ 'log-driver': 'json-file', 'log-opts': { 'max-size': '10mbx' } }), restart],
    observe: run('alpine true'),
    heal: [daemonJson({ 'log-driver': 'json-file', 'log-opts': { 'max-size': '10m' } }), restart],
    suites: ['bullseye', 'bookworm'],
  },
  'run-unknown': { inject: [], observe: run('--log-driver jurnald alpine true'), heal: [] },
  'run-option': { inject: [], observe: run('--log-opt max-sise=10m alpine true'), heal: [] },
  'fluentd-down': {
    inject: [],
    observe: run('--log-driver fluentd --log-opt fluentd-address=127.0.0.1:24224 alpine true'),
    heal: [],
  },
  'syslog-down': {
    inject: [],
    observe: run('--log-driver syslog --log-opt syslog-address=tcp://127.0.0.1:514 alpine true'),
    heal: [],
  },
  'none-logs': {
    inject: [sh('docker run -d --name web --log-driver none alpine sleep 600')],
    observe: command('docker logs web'),
    heal: [sh('docker rm -f web; docker run -d --name web alpine sleep 600')],
  },
};
