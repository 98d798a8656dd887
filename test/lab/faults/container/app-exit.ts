import type { Faults } from '../../fault/fault.ts';
import { command, file, sh } from '../../fault/steps.ts';

export const faults: Faults = {
  /** The old builder: buildx is not there, and could fetch nothing. */
  build: {
    inject: [file('/lab/build/Dockerfile', 'FROM alpine\nRUN echo compiling && exit 3\n')],
    observe: command('DOCKER_BUILDKIT=0 docker build /lab/build'),
    heal: [file('/lab/build/Dockerfile', 'FROM alpine\nRUN echo compiling\n')],
    expect: 'returned a non-zero code: 3',
  },
  'restart-loop': {
    inject: [sh(`docker run -d --name web --restart always alpine sh -c 'exit 3'; sleep 3`)],
    observe: command(`docker ps -a; test "$(docker inspect -f '{{.State.Status}}' web)" = running`),
    heal: [sh('docker rm -f web; docker run -d --name web --restart always alpine sleep 600')],
    expect: 'Restarting \\(3\\)',
  },
};
