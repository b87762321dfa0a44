import type { CarriedInfo } from '../model/carry.ts';
import type { Ledger } from '../model/ledger.ts';

/**
 * Ids of the carried keys whose run has ended since they were carried, and that no open run still needs. They
 * are told from the ledger, so that a worker which died at the end of a run forgets none.
 */
export function keysOfEndedRuns(
  { renewals }: Pick<Ledger, 'renewals'>,
  carried: CarriedInfo[],
): string[] {
  const wanted = new Set(
    renewals.filter(({ closed }) => closed === null).map(({ newLicenseId }) => newLicenseId),
  );
  return carried
    .filter(
      ({ licenseId, carriedAt }) =>
        licenseId !== null &&
        !wanted.has(licenseId) &&
        renewals.some(
          ({ newLicenseId, closed }) =>
            newLicenseId === licenseId && closed !== null && closed.at >= carriedAt,
        ),
    )
    .map(({ id }) => id);
}
