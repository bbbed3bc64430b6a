import type { Rule } from '../rule';

/** Recounted from the journal, then compared with what each demand believes. */
export const onePermanenceRequest: Rule = {
  name: 'one-permanence-request',
  promise: 'never two open permanence requests for one topic and territory',
  check(town, found) {
    const open = new Map<string, string>();
    const topics = new Map<string, string>();
    for (const entry of town.journalOf('legal-access')) {
      if (entry.aggregate !== 'permanence-request') continue;
      const { aggregateId: id, type, data, territory } = entry;
      if (type === 'PermanenceRequestOpened') {
        const key = `${territory} ${String(data['topic'])}`;
        const other = open.get(key);
        found.look(id, other !== undefined && `opened for ${key} while ${other} was open`);
        open.set(key, id);
        topics.set(id, key);
      }
      if (type !== 'PermanenceRequestAccepted' && type !== 'PermanenceRequestClosed') continue;
      const key = topics.get(id) ?? '';
      if (open.get(key) === id) open.delete(key);
    }
    for (const { _id, state, territory } of town.demands) {
      const its = town.permanenceRequests.filter(
        (one) =>
          one.territory === territory &&
          one.state.topic === state.topic &&
          (one.state.status === 'held' || one.state.status === 'asked'),
      );
      const known = state.openPermanenceRequestId;
      found.look(
        _id,
        its.length > 1 && `${its.length} permanence requests are open for ${state.topic}`,
        its.length <= 1 &&
          its[0]?._id !== known &&
          `the demand for ${state.topic} believes in ${known ?? 'none'}, and ${its[0]?._id ?? 'none'} is open`,
      );
    }
  },
};
