import type { Faults } from '../../fault/fault.ts';
import { dockerd, execStart, noDropins, onRestart, sh } from '../../fault/steps.ts';

const tlsDir = '/etc/docker/tls';
const certificates = sh(
  `mkdir -p ${tlsDir}; openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=host1 -keyout ${tlsDir}/key.pem -out ${tlsDir}/cert.pem`,
);
const tls = (flags: string): string => `${dockerd} -H tcp://127.0.0.1:2376 --tlsverify ${flags}`;
const files = `--tlscacert=${tlsDir}/cert.pem --tlscert=${tlsDir}/cert.pem --tlskey=${tlsDir}/key.pem`;

export const faults: Faults = {
  'ca-missing': { inject: [execStart(tls('--tlscacert=/etc/docker/ca.pem'))], observe: onRestart, heal: [noDropins()] },
  'cert-missing': {
    inject: [
      certificates,
      execStart(tls(`--tlscacert=${tlsDir}/cert.pem --tlscert=${tlsDir}/server.pem --tlskey=${tlsDir}/key.pem`)),
    ],
    observe: onRestart,
    heal: [noDropins()],
  },
  'key-mismatch': {
    inject: [certificates, sh(`openssl genrsa -out ${tlsDir}/key.pem 2048`), execStart(tls(files))],
    observe: onRestart,
    heal: [certificates],
  },
  'not-pem': {
    inject: [certificates, sh(`echo garbage > ${tlsDir}/cert.pem`), execStart(tls(files))],
    observe: onRestart,
    heal: [certificates],
  },
};
