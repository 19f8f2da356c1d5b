import assert from 'node:assert/strict';
import { currentDay } from '../../server/src/service/current-day';

describe('The day of a look', () => {
  for (const moment of ['2026-01-31T00:00:00.000Z', '2027-10-09T23:59:59.999Z', '2026-12-01T12:00:00.000Z'])
    it(`${moment} is on its day in UTC`, () => {
      assert.equal(currentDay(new Date(moment)), moment.slice(0, 10));
    });
});
