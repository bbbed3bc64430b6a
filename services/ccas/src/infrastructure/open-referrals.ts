import type { Connection } from 'mongoose';
import type { OpenReferrals } from '../application/ports';
import { idsOfPerson } from './person-aliases';

export function openReferrals(connection: Connection): OpenReferrals {
  return {
    async ofPerson({ session, territory }, personId) {
      const found = await connection
        .db!.collection<{ _id: string }>('referral')
        .find(
          {
            territory,
            'state.personId': { $in: await idsOfPerson(connection, personId) },
            'state.status': { $in: ['sent', 'questioned', 'accepted'] },
          },
          { session, projection: { _id: 1 } },
        )
        .toArray();
      return found.map(({ _id }) => _id);
    },
  };
}
