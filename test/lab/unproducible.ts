import type { CauseId } from '../../src/core/types.ts';

/** Causes that no guest of this lab can have, with the reason. Their samples come from the sources. */
export const unproducible: Readonly<Partial<Record<CauseId, string>>> = {
  'kernel/upgraded-not-rebooted': 'the guests share the kernel of the machine, which was built without modules',
  'kernel/too-old': 'the guests share the kernel of the machine',
  'kernel/bug': 'a kernel bug cannot be brought about at will',
  'storage/overlay-module': 'overlay is built into the kernel',
  'storage/devicemapper-pool': 'the kernel has no device mapper: dockerd says that the driver is not supported',
  'network/iptables-modules': 'netfilter is built into the kernel, both tables of iptables too',
  'network/veth': 'veth is built into the kernel',
  'security/selinux': 'SELinux is compiled in and not among the active security modules',
  'security/apparmor': 'the kernel has no AppArmor; a profile is ignored',
  'userns/apparmor-restricted': 'the kernel has no AppArmor',
  'userns/kernel-disabled': 'user namespaces are compiled in and cannot be switched off',
  'daemon/snap-confinement': 'snapd does not run in a guest',
  'daemon/regression': 'no suite has one of the releases in question',
  'container/gpu-driver': 'no GPU',
};
