import { expect, test } from 'vitest';
import { wrongDrivers } from '../../../../src/core/parse/values/storage-drivers.ts';

test('a name that no driver has', () => {
  expect(wrongDrivers({ 'storage-driver': 'overlay3' })).toEqual([{ option: 'storage-driver', value: 'overlay3' }]);
});

test('drivers of all times, plugins, snapshotters', () => {
  for (const name of ['overlay2', 'aufs', 'zfs', 'overlayfs', 'user/driver', 'driver:latest', ''])
    expect(wrongDrivers({ 'storage-driver': name })).toEqual([]);
  expect(wrongDrivers({ 'storage-driver': 'own', features: { 'containerd-snapshotter': true } })).toEqual([]);
});
